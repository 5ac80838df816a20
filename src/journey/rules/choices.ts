// Every closed list of values of a journey, once. Forms, checks in the database and pages take them from here.

export const statuses = ['draft', 'active', 'paused', 'closed'] as const
export type Status = (typeof statuses)[number]

export const outcomes = ['solved', 'set_aside', 'passed_on'] as const
export type Outcome = (typeof outcomes)[number]

export const phases = ['identify', 'plan', 'try', 'evaluate', 'close', 'transfer', 'done'] as const
export type Phase = (typeof phases)[number]

export const visibilities = ['private', 'pair', 'journey', 'item', 'circle', 'org'] as const
export type Visibility = (typeof visibilities)[number]

export const challengeKinds = ['task', 'problem'] as const
export type ChallengeKind = (typeof challengeKinds)[number]

export const signKinds = ['visible', 'felt', 'noticed_by_others'] as const
export type SignKind = (typeof signKinds)[number]

export const learnables = ['yes', 'partly', 'no'] as const
export type Learnable = (typeof learnables)[number]

export const riskFlags = ['safety', 'legal', 'customer_data', 'none'] as const
export type RiskFlag = (typeof riskFlags)[number]

export const cycleStates = ['open', 'reviewed', 'unreviewed'] as const
export type CycleState = (typeof cycleStates)[number]

export const stepKinds = [
  'self_study',
  'training',
  'coaching',
  'group_session',
  'on_the_job_trial',
  'peer_consultation',
  'shadowing',
  'other',
] as const
export type StepKind = (typeof stepKinds)[number]

export const stepStatuses = ['planned', 'doing', 'done', 'partly_done', 'changed', 'dropped'] as const
export type StepStatus = (typeof stepStatuses)[number]

export const needStates = ['open', 'there', 'not_available'] as const
export type NeedState = (typeof needStates)[number]

export const moods = ['low', 'ok', 'good'] as const
export type Mood = (typeof moods)[number]

export const signStates = ['not_yet', 'partly', 'met', 'met_otherwise', 'no_longer_relevant'] as const
export type SignState = (typeof signStates)[number]

/** 0 not started, 1 first idea, 2 works in part, 3 works with help, 4 works on my own. */
export const progressValues = [0, 1, 2, 3, 4] as const
export type Progress = (typeof progressValues)[number]

export const leads = ['facilitator', 'shared', 'learner'] as const
export type Lead = (typeof leads)[number]

export const leadPhases = ['identify', 'plan', 'try', 'evaluate'] as const
export type LeadPhase = (typeof leadPhases)[number]

export const obstacleTags = ['time', 'knowledge', 'practice', 'tools', 'permission', 'people', 'motivation', 'other'] as const
export type ObstacleTag = (typeof obstacleTags)[number]

export const nextMoves = ['next_cycle', 'declare_solved', 'reframe', 'pause', 'set_aside', 'pass_on'] as const
export type NextMove = (typeof nextMoves)[number]

export const storyChoices = ['yes', 'later', 'no'] as const
export type StoryChoice = (typeof storyChoices)[number]

export const independences = ['with_help', 'on_my_own'] as const
export type SolvedIndependence = (typeof independences)[number]

export const setAsideReasons = ['priority_changed', 'no_time', 'no_longer_relevant', 'too_big_now', 'conditions_missing', 'other'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

export const receivers = ['colleague', 'team', 'manager', 'specialist', 'external'] as const
export type Receiver = (typeof receivers)[number]

export const metNewChallenges = ['yes', 'not_yet', 'unsure'] as const
export type MetNewChallenge = (typeof metNewChallenges)[number]

export const supportsUsed = ['none', 'looked_things_up', 'peer', 'facilitator', 'trainer_or_coach'] as const
export type SupportUsed = (typeof supportsUsed)[number]

export const dimensions = ['goal', 'plan', 'try', 'network', 'reflect', 'drive'] as const
export type Dimension = (typeof dimensions)[number]

export const transferConditions = ['opportunity', 'time', 'team', 'manager_support', 'tools', 'own_notes', 'forgot', 'other'] as const
export type TransferCondition = (typeof transferConditions)[number]
