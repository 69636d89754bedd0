/** A certified copy of an act, as its references begin, and its clock. */
export const COPY_RECORD = 'council-acts.copy'
export const COPY_SLOT = 'act-copy'
/** Ten days in Albania. In Kosovo no term was seen: there is no clock. */
export const COPY_RULE = { AL: 'AL-CPA-CERTCOPY', XK: null } as const

/** Who asked is kept so long after the day of asking: a decision of ours, no law. */
export const KEPT_DAYS = 730

export const COPY_STATES = ['asked', 'issued', 'refused', 'cancelled'] as const
export type CopyState = (typeof COPY_STATES)[number]

export type CopyDeed = 'issue' | 'refuse' | 'cancel'

export const mayDoCopy = (state: CopyState, deed: CopyDeed): boolean =>
  state === (deed === 'cancel' ? 'issued' : 'asked')
