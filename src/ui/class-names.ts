/** `classNames('a', false, 'b')` is `a b`. */
export const classNames = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
