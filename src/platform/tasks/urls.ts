/** Addresses of tasks and notes, without language prefix. */
export const taskUrls = {
  board: () => '/zyra/puna',
  boardCsv: () => '/zyra/puna/tabela.csv',
  one: (id: string) => `/zyra/puna/${id}`,
  newTask: () => '/zyra/puna/e-re',
  newTaskAbout: (ref: string) => `/zyra/puna/e-re?subjekti=${encodeURIComponent(ref)}`,
  take: (id: string) => `/zyra/puna/${id}/marrja`,
  finish: (id: string) => `/zyra/puna/${id}/kryerja`,
  reopen: (id: string) => `/zyra/puna/${id}/rihapja`,
  cancel: (id: string) => `/zyra/puna/${id}/anulimi`,
  reassign: (id: string) => `/zyra/puna/${id}/caktimi`,
  change: (id: string) => `/zyra/puna/${id}/ndryshimi`,
  /** Tasks and notes of any record. */
  records: () => '/zyra/puna/rekordi',
  record: (ref: string) => `/zyra/puna/rekordi?rekordi=${encodeURIComponent(ref)}`,
  notes: () => '/zyra/puna/shenime',
  eraseNote: (id: string) => `/zyra/puna/shenime/${id}/fshirja`,
  seeMention: (id: string) => `/zyra/puna/shenime/${id}/pashe`,
  dutyLetter: () => '/zyra/puna/letra',
}
