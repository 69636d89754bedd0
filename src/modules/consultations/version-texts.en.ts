import type { VersionLineTexts } from './version-texts.sq.ts'

export const en: VersionLineTexts = {
  shown: (n, date) => `Version ${n}, published on ${date}.`,
  whatChanged: 'What changed',
  all: 'All versions',
  one: 'Versions and downloads',
  permanent: 'Permanent link to this article, for quoting',
}
