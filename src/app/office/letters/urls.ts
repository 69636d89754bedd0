/** Addresses of official letters, without language prefix. */
export const letterUrls = {
  list: () => '/zyra/shkresat',
  csv: () => '/zyra/shkresat.csv',
  fresh: () => '/zyra/shkresa/e-re',
  one: (id: string) => `/zyra/shkresa/${id}`,
  edit: (id: string) => `/zyra/shkresa/${id}/ndryshimi`,
  removal: (id: string) => `/zyra/shkresa/${id}/fshirja`,
  issuing: (id: string) => `/zyra/shkresa/${id}/leshimi`,
  cancellation: (id: string) => `/zyra/shkresa/${id}/anulimi`,
  protocol: (id: string) => `/zyra/shkresa/${id}/protokolli`,
  sending: (id: string) => `/zyra/shkresa/${id}/dergimi`,
  files: (id: string) => `/zyra/shkresa/${id}/skedaret`,
  document: (id: string, document: string) => `/zyra/shkresa/${id}/dokumente/${document}`,
  templates: () => '/zyra/shkresat/modelet',
  newTemplate: () => '/zyra/shkresat/modelet/i-ri',
  template: (id: string) => `/zyra/shkresat/modelet/${id}`,
  editTemplate: (id: string) => `/zyra/shkresat/modelet/${id}/ndryshimi`,
  endTemplate: (id: string) => `/zyra/shkresat/modelet/${id}/heqja`,
  settings: () => '/zyra/shkresat/cilesimet',
}

/** Addresses for everyone. */
export const verifyUrls = {
  form: () => '/verifiko',
  one: (code: string) => `/verifiko/${code}`,
  letter: (token: string) => `/shkresa/${token}`,
  letterFile: (token: string, kind: string) => `/shkresa/${token}/${kind}`,
}
