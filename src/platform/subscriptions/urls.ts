/** Addresses of following and feeds, without language prefix. `query`: a selection as `selectionQuery` writes it. */
export const followUrls = {
  follow: (query = '') => withQuery('/ndiq', query),
  sent: () => '/ndiq/derguar',
  confirm: (token: string) => `/ndiq/konfirmo/${token}`,
  leave: (token: string) => `/ndiq/largohu/${token}`,
  own: () => '/ndiq/te-miat',
  ownBy: (token: string) => `/ndiq/te-miat/${token}`,
  lost: () => '/ndiq/lidhje-e-re',
  news: (query = '') => withQuery('/njoftime', query),
  atom: (query = '') => withQuery('/njoftime.atom', query),
  calendar: (query = '') => withQuery('/njoftime.ics', query),
}

const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`)

/** One-click leave (RFC 8058): the one address that mail servers post to, without Origin and without cookies. */
export const ONE_CLICK_LEAVE = /^\/ndiq\/largohu\/[A-Za-z0-9_-]{20,200}$/
