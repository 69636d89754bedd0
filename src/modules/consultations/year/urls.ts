/** The yearly plan of decision-making, without language prefix. Canonical addresses last for ever. */
export const yearUrls = {
  current: () => '/konsultime/plani',
  plan: (year: number | string) => `/konsultime/plani/${year}`,
  /** `name`: the institution and the number in its plan, `bregas-4`. */
  act: (year: number | string, name: string) => `/konsultime/plani/${year}/${name}`,
  data: (year: number | string, name: string) => `/konsultime/plani/${year}/${name}.json`,
  ofInstitution: (slug: string, year: number | string) => `/i/${slug}/plani/${year}`,
}

export const actUrl = (act: { institutionSlug: string; year: number; number: number | null }): string =>
  yearUrls.act(act.year, `${act.institutionSlug}-${act.number}`)

export const yearOfficeUrls = {
  list: () => '/zyra/plani-vjetor',
  plan: (id: string) => `/zyra/plani-vjetor/${id}`,
  publish: (id: string) => `/zyra/plani-vjetor/${id}/publikimi`,
  carry: (id: string) => `/zyra/plani-vjetor/${id}/nga-viti-i-kaluar`,
  newAct: (id: string) => `/zyra/plani-vjetor/${id}/akt-i-ri`,
  act: (id: string) => `/zyra/plani-vjetor/aktet/${id}`,
  change: (id: string) => `/zyra/plani-vjetor/aktet/${id}/ndryshimi`,
  remove: (id: string) => `/zyra/plani-vjetor/aktet/${id}/fshirja`,
  drop: (id: string) => `/zyra/plani-vjetor/aktet/${id}/heqja`,
  resume: (id: string) => `/zyra/plani-vjetor/aktet/${id}/rikthimi`,
  adopt: (id: string) => `/zyra/plani-vjetor/aktet/${id}/miratimi`,
  /** To which planned act a consultation belongs. */
  link: (consultationId: string) => `/zyra/konsultime/${consultationId}/akti-i-planifikuar`,
}

/** Where a table is brought in, with the register chosen: a room of the office. */
export const importUrl = (target: string): string => `/zyra/importet/i-ri?regjistri=${encodeURIComponent(target)}`

/** The register of planned acts as open data, and the calendar of the year: rooms of the house. */
export const datasetUrl = (): string => '/te-dhena/aktet-e-planifikuara'
export const calendarUrl = (year: number | string): string => `/kalendari/${year}`
