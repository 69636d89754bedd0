/** Which version of the text a page shows. */
export const sq = {
  shown: (n: number, date: string) => `Versioni ${n}, publikuar më ${date}.`,
  whatChanged: 'Çfarë ndryshoi',
  all: 'Të gjitha versionet',
  one: 'Versionet dhe shkarkimi',
  permanent: 'Lidhja e përhershme te ky nen, për ta cituar',
}

export type VersionLineTexts = typeof sq
