/** Certified copies of acts; without language prefix. */
export const copyUrls = {
  /** Whoever holds a copy asks whether it is ours. */
  check: () => '/aktet/kontrolli',
}

export const copyOfficeUrls = {
  list: () => '/zyra/aktet/kopjet',
  one: (id: string) => `/zyra/aktet/kopjet/${id}`,
  issue: (id: string) => `/zyra/aktet/kopjet/${id}/leshimi`,
  refuse: (id: string) => `/zyra/aktet/kopjet/${id}/refuzimi`,
  cancel: (id: string) => `/zyra/aktet/kopjet/${id}/anulimi`,
  file: (id: string, format: string) => `/zyra/aktet/kopjet/${id}/kopja/${format}`,
  ofAct: (actId: string) => `/zyra/aktet/${actId}/kopjet`,
}
