import type { DemoJourney } from './world.ts'

/** In English, alone: the second cycle is being evaluated, its review a draft that nobody else reads. */
export const meeting: DemoJourney = {
  learner: 'jonas',
  created: -38,
  status: 'active',
  phase: 'evaluate',
  challenges: [
    {
      on: -38,
      title: 'Leading the supplier call without losing the thread',
      situation:
        'Every second Thursday I lead a call with our supplier in Aarhus. They are quick, I am polite, and after forty minutes we have talked about everything and decided nothing. I write the minutes alone in the evening and half of it comes back with questions.',
      learningQuestion: 'How do I lead a call so that we end with decisions that both sides recognise?',
      kind: 'problem',
      learnable: 'yes',
      riskFlags: ['customer_data'],
      signs: [
        { text: 'Three decisions stand in a shared document when the call ends.', kind: 'visible' },
        { text: 'The minutes come back without questions twice in a row.', kind: 'noticed_by_others' },
        { text: 'I am not exhausted afterwards.', kind: 'felt' },
      ],
      triedSoFar: 'A longer agenda. It made the call longer.',
      peopleInvolved: 'Supplier’s project lead, their engineer, our purchasing',
      whyItMatters: 'I would like to take on the bigger project in spring, and it runs in English.',
      importance: 7,
      confidenceStart: 4,
      expectedWeeks: 8,
    },
  ],
  cycles: [
    {
      opened: -37,
      closed: -19,
      focus: 'Ending with decisions, even if there are few',
      options: ['Decide first, discuss later', 'A shared document on screen', 'Ask a colleague to lead once and watch'],
      reviewOn: -20,
      tried: -33,
      steps: [
        {
          what: 'Watch how the team lead of assembly runs her Danish call',
          kind: 'shadowing',
          byWhen: -30,
          status: 'done',
          minutes: 40,
          confidence: 8,
        },
        {
          what: 'Share one page on screen and type each decision while everybody watches',
          kind: 'on_the_job_trial',
          byWhen: -22,
          status: 'done',
          expectation: 'They will find it slow at first.',
          ifPart: 'two people talk about something new',
          thenPart: 'I ask: is that for today?',
          confidence: 5,
          needs: [{ text: 'A second screen in the meeting room', state: 'there', on: -24 }],
        },
      ],
      notes: [
        {
          text: 'She says “let me write that down” and stays silent until everybody has read it. The silence does the work.',
          on: -30,
          step: 0,
          mood: 'good',
        },
        { text: 'Two decisions. The third was too big for one line.', on: -22, step: 1, mood: 'ok' },
      ],
      review: {
        saved: true,
        on: -19,
        happened:
          'I shared the page and typed. The first ten minutes felt slow, then they began to dictate. Two of four topics ended in a decision.',
        wentWell: ['Typing in public slowed everybody down in a good way.', 'Nobody sent questions about those two decisions.'],
        toImprove: ['I let the third topic run because I did not want to interrupt.', 'I had no time left for the last one.'],
        explanation: 'The page works. My politeness does not.',
        insight: 'Interrupting is easier when the page does it for me.',
        signs: ['partly', 'not_yet', 'partly'],
        progress: 2,
        confidenceNow: 6,
        obstacleTags: ['practice'],
        lead: { identify: 'learner', plan: 'learner', try: 'learner', evaluate: 'learner' },
        nextMove: 'next_cycle',
        mood: 'ok',
      },
    },
    {
      opened: -19,
      focus: 'Interrupting kindly, in English',
      options: ['Practise three sentences', 'Agree on a sign with purchasing', 'Let somebody else keep time'],
      reviewOn: -1,
      tried: -15,
      steps: [
        {
          what: 'Learn three sentences for interrupting by heart and say them aloud',
          kind: 'self_study',
          byWhen: -14,
          status: 'done',
          minutes: 20,
          confidence: 7,
        },
        {
          what: 'Use at least one of them in the call and note what happens',
          kind: 'on_the_job_trial',
          byWhen: -5,
          status: 'done',
          expectation: 'It will feel ruder to me than it sounds to them.',
          ifPart: 'somebody repeats a point',
          thenPart: 'I say: shall we put this on the page?',
          confidence: 5,
        },
        {
          what: 'Ask purchasing to keep the time',
          kind: 'other',
          byWhen: -6,
          status: 'partly_done',
          needs: [{ text: 'Ten minutes with purchasing before the call', state: 'not_available', on: -7 }],
        },
      ],
      notes: [
        { text: 'Used it three times. The engineer laughed and said thank you.', on: -5, step: 1, mood: 'good' },
        {
          text: 'Purchasing was ill. I kept the time myself with a kitchen timer, which was a joke first and then was not.',
          on: -5,
          step: 2,
          mood: 'good',
        },
      ],
      review: {
        saved: false,
        on: -1,
        happened: 'Three interruptions, three decisions, one joke about the kitchen timer. The minutes were the page itself.',
        wentWell: ['The sentence was enough; I did not need to explain.'],
        toImprove: [],
        insight: '',
        signs: [],
      },
    },
  ],
}

/** Half a sentence, as journeys begin. */
export const firstWords: DemoJourney = {
  learner: 'amara',
  created: -2,
  status: 'draft',
  phase: 'identify',
  challenges: [
    {
      on: -2,
      title: 'Kritik ansprechen, ohne dass es wochenlang nachhängt',
      situation: 'Wenn ich jemandem aus der Schicht sage, dass etwas nicht gepasst hat,',
      learningQuestion: '',
      kind: 'problem',
      learnable: 'yes',
      riskFlags: [],
      signs: [],
    },
  ],
  cycles: [],
}
