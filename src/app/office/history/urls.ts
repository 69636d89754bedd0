/** Addresses of the history, without language prefix. */
export const historyUrls = {
  log: () => '/zyra/historiku',
  of: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  csv: () => '/zyra/historiku.csv',
  json: () => '/zyra/historiku.json',
}
