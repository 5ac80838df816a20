import type { facilitation as german } from '../de/facilitation.ts'

export const facilitation: Record<keyof typeof german, string> = {
  'facilitation.title': 'Facilitation',
  'facilitation.lead': 'You decide who reads this journey and thinks along. It goes on without anybody, too.',
  'facilitation.untitled': 'No name yet',
  'facilitation.nobody': 'Nobody accompanies you here at the moment. You can bring somebody in at any time.',
  'facilitation.invite': 'Invite somebody',
  'facilitation.directory': 'Look for somebody in the directory',
  'facilitation.invite_how':
    'You get a link to hand on. It is valid for 14 days and for one person. Then the two of you agree how you work together; nothing is read until both have confirmed.',
  'facilitation.invite_button': 'Make an invitation',
  'facilitation.link_ready': 'Here is the link. It is shown only now.',
  'facilitation.invitations': 'Invitations',
  'facilitation.unsent': '{name} has accepted your invitation',
  'facilitation.unsent_how': '{name} reads nothing yet. The draft of your agreement is ready for you.',
  'facilitation.unsent_go': 'Look at the draft',
  'facilitation.waits_for_other': '{name} has your draft and will confirm it or change something',
  'facilitation.waits_for_me': '{name} has written a version',
  'facilitation.waits_for_me_go': 'Read and confirm',
  'facilitation.reads_since': '{name} has been reading along since {date}',
  'facilitation.you_since': 'You have been accompanying {name} since {date}',
  'facilitation.change_waits': 'There is a change ahead that not both of you have confirmed yet.',
  'facilitation.agreement': 'Your agreement',
  'facilitation.ended': '{name} accompanied you until',
  'facilitation.end': 'End facilitation by {name}',
  'facilitation.end_how': 'No reason needed, and at once: {name} reads nothing from then on. What {name} wrote to you stays with you.',
  'facilitation.withdraw': 'Not with {name} after all',
  'facilitation.leave': 'Stop accompanying this journey',
  'facilitation.step_back': 'Not accompany after all',
  'facilitation.leave_how':
    'No reason needed, and at once: you will read nothing of this journey any more. What you wrote stays with {name}.',
  'facilitation.left': 'The facilitation has ended.',
}
