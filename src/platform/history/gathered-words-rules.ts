type ChangeWords = {
  kinds: Record<string, string>
  fields: Record<string, string>
  values?: Record<string, string>
}

/** The words of the history, gathered from the rooms: each names what its own deeds do. The first that has a word gives it. */
export const gathered = (...rooms: readonly Partial<ChangeWords>[]): Required<ChangeWords> => ({
  kinds: Object.assign({}, ...rooms.map(({ kinds }) => kinds ?? {}).toReversed()) as Record<string, string>,
  fields: Object.assign({}, ...rooms.map(({ fields }) => fields ?? {}).toReversed()) as Record<string, string>,
  values: Object.assign({}, ...rooms.map(({ values }) => values ?? {}).toReversed()) as Record<string, string>,
})
