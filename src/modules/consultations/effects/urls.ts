/** Addresses of what changed because of whom, without language prefix. */
export const effectUrls = {
  public: (slug: string) => `/konsultime/${slug}/ndikimi`,
  data: (slug: string) => `/konsultime/${slug}/ndikimi.json`,
  version: (slug: string, n: number) => `/konsultime/${slug}/ndikimi?versioni=${n}`,
  answer: (slug: string, code: string) => `/konsultime/${slug}/pergjigjet/${code}`,
  office: (id: string) => `/zyra/konsultime/${id}/ndikimi`,
  link: (id: string) => `/zyra/konsultime/${id}/ndikimi/lidhja`,
  unlink: (id: string, link: string) => `/zyra/konsultime/${id}/ndikimi/lidhja/${link}/heqja`,
}
