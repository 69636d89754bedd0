const LIST = '/zyra/aktet/arkivi'
const one = (id: string): string => `${LIST}/${id}`

export const archiveUrls = {
  list: () => LIST,
  one,
  undo: (id: string) => `${one(id)}/zhberja`,
  settle: (id: string, line: string) => `${one(id)}/dyshimet/${line}`,
}
