const act = (id: string): string => `/zyra/aktet/${id}`
const amendments = (id: string): string => `${act(id)}/amendamentet`

/** Addresses of this room in the office, beside those that all rooms know. */
export const makingUrls = {
  create: () => '/zyra/aktet/i-ri',
  change: (id: string) => `${act(id)}/ndryshimi`,
  number: (id: string) => `${act(id)}/numri`,
  voidNumber: (id: string) => `${act(id)}/anulimi`,
  documents: (id: string) => `${act(id)}/dokumentet`,
  takeText: (id: string) => `${amendments(id)}/marrja`,
  layText: (id: string) => `${amendments(id)}/i-paraqituri`,
  confirm: (id: string) => `${amendments(id)}/konfirmimi`,
  reopen: (id: string) => `${amendments(id)}/rihapja`,
  amendment: (id: string, amendment: string) => `${amendments(id)}/${amendment}`,
  /** Of other rooms. */
  meeting: (id: string) => `/zyra/keshilli/mbledhje/${id}`,
  document: (id: string) => `/zyra/dokumentet/${id}`,
  history: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  takeDown: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
}
