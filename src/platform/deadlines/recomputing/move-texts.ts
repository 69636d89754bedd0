import type { Words } from '#law/jurisdiction.ts'

/** Why days moved, where the cause is the program itself. */
export const lawCause: Words = {
  sq: 'Tabelat e ligjit dhe të festave u përditësuan me versionin e ri të programit',
  en: 'The tables of the law and of the holidays were updated with a new version of the program',
}

export const unknownCause: Words = {
  sq: 'Kalendari ose rregullat kanë ndryshuar',
  en: 'The calendar or the rules have changed',
}

export const versionCause = (rule: string, version: number): Words => ({
  sq: `Zbatohet versioni ${version} i rregullit ${rule}`,
  en: `Version ${version} of the rule ${rule} applies`,
})
