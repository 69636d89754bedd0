/** Length as people count it: code points, not UTF-16 halves. */
export const lengthOf = (words: string): number => [...words].length

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Asked before an id from outside goes into SQL, where another shape would be an error of ours. */
export const isUuid = (words: string): boolean => UUID.test(words)
