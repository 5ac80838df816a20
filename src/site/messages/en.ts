import type { de } from './de.ts'

export const en = {
  'home.title': 'Learn from the work in front of you',
  'home.lead':
    'There is something at work that you cannot do yet. With Lotse you take it on step by step, and someone accompanies you until you can do it alone.',
  'home.scan': 'Take the self-test',
  'home.scan_what': 'How do you learn when nobody tells you how? About five minutes, no account.',
  'home.how': 'How it works',
  'home.name':
    'The name: a Lotse is a harbour pilot. Pilots come aboard where the water is unknown; whoever commands the ship keeps the helm.',
  'home.story': 'One learning journey, from start to finish',
  'home.story_lead':
    'After every handover the night shift rings because something is missing. Mira wants to hand over so well that nobody has to ask. She will know by two weeks without a call.',
  'home.story.1': 'First cycle',
  'home.story.1_what':
    'Mira watches a colleague and tries out his list. Two insights: the list helps. And it is written too late. Lena accompanies her and asks how it goes every week.',
  'home.story.2': 'Second cycle',
  'home.story.2_what':
    'Mira fills in the list during the shift and asks for ten quiet minutes at the end. Two calls remain. What is missing is always the same: open faults. Lena now only looks at the review.',
  'home.story.3': 'Third cycle',
  'home.story.3_what': 'Faults get a line of their own. For two weeks nobody rings: solved. The next one Mira wants to take on alone.',
  'home.story_legend':
    'This is how Lotse draws the course of every journey: a leg for each cycle, a mark for each step, a buoy where an insight changes the course. The thin line beside it is the facilitator. It draws away as more is done alone. Mira and Lena are made up.',
  'home.for': 'Who it is for',
  'home.learners': 'You want to be able to do something',
  'home.learners_what':
    'You begin with a question instead of an empty page. You plan, try out and review, as often as it takes. Nothing waits for approval, nothing is graded.',
  'home.facilitators': 'You accompany others',
  'home.facilitators_what':
    'You see what somebody opened to you, and what would help them now. Questions for every phase are at hand. You ask and suggest; whoever learns decides.',
  'home.organisation': 'You are an organisation',
  'home.organisation_what':
    'Lotse is open source and runs on your own server. Administrators see accounts, no content. There are no reports about individual people, for anybody.',
  'home.organisation_link': 'For works councils and data protection',
  'home.promises': 'What you can rely on',
  'home.helm': 'You keep the helm',
  'home.helm_what': 'Whoever accompanies you suggests. You decide, and you can always go on alone.',
  'home.eye_level': 'Eye level',
  'home.eye_level_what':
    'Nobody who accompanies you keeps notes about you here that you cannot read. There are no rankings and no read receipts.',
  'home.readers': 'You see who can read it',
  'home.readers_what': 'Beside every field stands, by name, who can read it. At first that is only you. What you open you can close again.',
  'home.kept': 'Nothing is lost',
  'home.kept_what': 'What you write survives a bad connection and a closed window. You can take it with you in open formats.',
  'home.begin': 'Joining',
  'home.begin_invited': 'Accounts are by invitation: from somebody you are to accompany, or from the administrators.',
  'home.begin_open': 'You can create an account yourself. All it takes is an e-mail address.',
  'home.register': 'Create an account',
  'home.sign_in': 'Sign in',
  'home.contact': 'Get in touch',

  'how.title': 'How it works',
  'how.lead':
    'Deciding for yourself what to learn, and how, does not mean being alone. The way is different every time. Its pattern stays the same.',
  'how.phases': 'From problem to solution',
  'how.identify': 'Identify',
  'how.identify_what':
    'It begins with something from your working day that you cannot solve yet. What exactly is the problem? For whom would something change? How will you know that it is solved?',
  'how.plan': 'Plan',
  'how.plan_what':
    'How can you go about it, what do you need, and when? A step can be many things: trying something out at work, watching somebody, reading up, taking a course, asking a person.',
  'how.try': 'Try',
  'how.try_what': 'You do it. What you notice you write down in a sentence or two, on the way if you like. On a phone a thumb is enough.',
  'how.evaluate': 'Evaluate',
  'how.evaluate_what':
    'What went well? Where is room to do better? What surprised you? What you find out becomes new steps. Then the next cycle begins, or you have arrived.',
  'how.close': 'Close',
  'how.close_what':
    'Solved, set aside or passed on: each of these is a result. Some weeks later Lotse asks once more whether it held, and whether you now take on new things alone.',
  'how.rounds': 'It usually takes more than one cycle. That is no detour; it is the way.',
  'how.facilitation': 'What facilitation means',
  'how.facilitation_what':
    'A learning facilitator does not have to know the answer. They help to ask good questions, listen, and look at things with you. Sometimes something else is needed; then they change hats:',
  'how.hat.facilitation': 'Facilitation',
  'how.hat.facilitation_what': 'asks, so that you find a way of your own.',
  'how.hat.coaching': 'Coaching',
  'how.hat.coaching_what': 'strengthens you where attitude and decisions matter.',
  'how.hat.training': 'Training',
  'how.hat.training_what': 'shows you how something is done, and practises it with you.',
  'how.fading':
    'Support may be close at first, later it comes on call, and one day you no longer need it. That is the aim: next time, alone.',
  'how.choice': 'Whom you invite, and what they may read, is up to you. You can also begin without a facilitator and leave it at that.',
  'how.readers': 'Who can read what',
  'how.readers_what':
    'A new journey is read only by whoever began it. If you invite somebody, opening it to them is a step of its own. Moods and notes to yourself stay with you even then. Managers have no role here.',
  'how.readers_link': 'The page for works councils and data protection says it in detail',
  'how.begin': 'Where to begin',
  'how.begin_what': 'With the self-test: it takes about five minutes and ends with something you can try tomorrow.',
} satisfies Record<keyof typeof de, string>
