/** What becomes of rows about a person when that person is erased. */
export type OnErasure = 'erase' | 'anonymise' | 'keep'

export interface DataMapEntry {
  purpose: string
  onErasure: OnErasure
  /** Whether the person's own export holds it. */
  inExport: boolean
  why: string
}

/** Every table with personal data: what it is for, and what becomes of it. */
export const dataMap: Record<string, DataMapEntry> = {
  person: {
    purpose: 'Name and settings of a person',
    onErasure: 'erase',
    inExport: true,
    why: 'Others have to know with whom they speak.',
  },
  account: { purpose: 'Address for signing in', onErasure: 'erase', inExport: true, why: 'Needed to come in and to be helped back in.' },
  password: { purpose: 'Proof of who somebody is', onErasure: 'erase', inExport: false, why: 'Kept as argon2id; of use to nobody else.' },
  sign_in: {
    purpose: 'Browsers that are let in, with browser and system by name',
    onErasure: 'erase',
    inExport: true,
    why: 'So that the person can see and end them; removed when they are over.',
  },
  recovery_code: {
    purpose: 'A way back in without mail',
    onErasure: 'erase',
    inExport: false,
    why: 'Kept as hashes; the codes themselves are with the person.',
  },
  password_reset: {
    purpose: 'Who tried to set a new password, when, and whether it was done',
    onErasure: 'erase',
    inExport: true,
    why: 'The person can always see who tried to get into their account.',
  },
  email_confirmation: {
    purpose: 'A new address that waits for its owner to say yes',
    onErasure: 'erase',
    inExport: true,
    why: 'Removed after three days, or when it is confirmed.',
  },
  permission: {
    purpose: 'Who administers or publishes, granted and revoked by whom',
    onErasure: 'erase',
    inExport: true,
    why: 'Everybody shall see who holds power here. Granted or revoked by an erased person, it keeps an id without a name.',
  },
  invitation: {
    purpose: 'Links that bring somebody in, and the address that the inviter meant',
    onErasure: 'erase',
    inExport: true,
    why: 'So that the inviter can renew and revoke them; the address is forgotten once the link is used or over.',
  },
  'graphile_worker._private_jobs': {
    purpose: 'Letters on their way, with address, name and perhaps a link',
    onErasure: 'keep',
    inExport: false,
    why: 'Gone as soon as the mail server takes them, or removed when it refused for days.',
  },
}
