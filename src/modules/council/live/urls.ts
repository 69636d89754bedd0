/** Below the live page of a meeting: what the page asks for by itself. */
export const liveUrls = {
  part: (slug: string) => `/mbledhje/${slug}/drejtperdrejt/pjesa`,
  stream: (slug: string) => `/mbledhje/${slug}/drejtperdrejt/rrjedha`,
  screenPart: (slug: string) => `/mbledhje/${slug}/ekrani/pjesa`,
}
