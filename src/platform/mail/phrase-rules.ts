export const LONGEST_OPENING = 500
export const LONGEST_CLOSING = 1000

/** A letter as it leaves: what its subject has written, between the words of the institution. */
export const withPhrases = (body: string, phrases: { opening: string; closing: string } | null): string =>
  [phrases?.opening ?? '', body, phrases?.closing ?? ''].filter((part) => part !== '').join('\n\n')
