/** Tables that are brought in; without language prefix. */
export const importUrls = {
  list: () => '/zyra/importet',
  create: () => '/zyra/importet/i-ri',
  one: (id: string) => `/zyra/importet/${id}`,
  head: (id: string) => `/zyra/importet/${id}/koka`,
  columns: (id: string) => `/zyra/importet/${id}/kolonat`,
  questions: (id: string) => `/zyra/importet/${id}/pyetjet`,
  refused: (id: string) => `/zyra/importet/${id}/te-refuzuarat.csv`,
  take: (id: string) => `/zyra/importet/${id}/marrja`,
  undo: (id: string) => `/zyra/importet/${id}/zhberja`,
  drop: (id: string) => `/zyra/importet/${id}/heqja`,
}
