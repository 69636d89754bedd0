/** Handed down, never read from the system inside rules and deeds, so that tests choose the moment. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

export const minutesBefore = (moment: Date, minutes: number): Date => new Date(moment.getTime() - minutes * 60_000)
export const hoursAfter = (moment: Date, hours: number): Date => new Date(moment.getTime() + hours * 3_600_000)
