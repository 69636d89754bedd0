/** Addresses of the reading room beyond those of the module; without language prefix. */
export const readingUrls = {
  picture: (slug: string) => `/aktet/${slug}/pamja.png`,
}

/** An act's word always holds a number, so it never is one of the other pages of the register. */
export const SLUG = ':slug{[a-z0-9-]*[0-9][a-z0-9-]*}'

/** The pages of others that an act leads to. */
export const besideUrls = {
  vote: (meetingSlug: string, voteId: string) => `/mbledhje/${meetingSlug}/votimet/${voteId}`,
  meeting: (slug: string) => `/mbledhje/${slug}`,
  paper: (id: string) => `/mbledhje/materiale/${id}`,
  councillor: (slug: string) => `/keshilltare/${slug}`,
  consultation: (slug: string) => `/konsultime/${slug}`,
  answer: (slug: string, code: string) => `/konsultime/${slug}/pergjigjet/${code}`,
  comment: (slug: string, code: string) => `/konsultime/${slug}/komente/${code}`,
  effects: (slug: string) => `/konsultime/${slug}/ndikimi`,
}
