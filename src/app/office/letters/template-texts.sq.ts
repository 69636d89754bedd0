import type { TemplateField, TemplateProblem } from '#platform/letters/template-rules.ts'

const fields: Record<TemplateField, string> = {
  adresuesi: 'emri i atij që i drejtohet shkresa',
  lenda: 'lënda e shkresës',
  ceshtja: 'çështjet për të cilat flet shkresa',
  institucioni: 'emri i institucionit',
  bashkia: 'fjala për njësinë: bashkia ose komuna',
  bashkise: 'e njëjta fjalë në gjinore: bashkisë ose komunës',
  numri: 'numri ynë i shkresës',
  data: 'data e lëshimit',
  protokolli: 'numri i protokollit',
  data_e_protokollit: 'data e protokollit',
  afati: 'dita e afatit',
  baza_e_afatit: 'baza ligjore e afatit',
  nenshkruesi: 'emri i nënshkruesit',
  posti: 'posti i nënshkruesit',
  kodi: 'kodi i verifikimit',
  shkresa_e_korrigjuar: 'numri i shkresës që korrigjohet',
}

const problems: Record<TemplateProblem['kind'], (name: string) => string> = {
  'unknown-field': (name) => `Nuk ka fushë me emrin «${name}»`,
  'not-closed': (name) => `Pjesa «${name}» hapet me {{#${name}}} por nuk mbyllet me {{/${name}}}`,
  'not-opened': (name) => `Pjesa «${name}» mbyllet pa u hapur`,
  nested: (name) => `Pjesa «${name}» hapet brenda një pjese tjetër`,
  stray: (name) => `Shenja «${name}» nuk shkon me asgjë: fushat shkruhen {{emri}}`,
}

const templates = {
  title: 'Modelet e shkresave',
  lead: 'Modelet që vijnë me programin janë për të gjithë. Administratori mund të bëjë modele të institucionit.',
  own: 'Modelet e institucionit',
  shared: 'Modelet e programit',
  none: 'Institucioni ende nuk ka modele të vetat.',
  fresh: 'Model i ri',
  freshFrom: (kind: string) => `Model i ri nga «${kind}»`,
  editTitle: 'Ndryshoni modelin',
  name: 'Emri i modelit',
  nameHint: 'Shihet vetëm në zyrë.',
  version: (n: number) => `versioni ${n}`,
  versionBy: (n: number, at: string, name: string) => `Versioni ${n}, ${at}, ${name}`,
  versions: 'Versionet',
  preview: 'Shembull me vlera të trilluara',
  edit: 'Ndryshoni',
  end: 'Hiqeni modelin',
  endLead: 'Modeli nuk do të ofrohet më. Shkresat e shkruara me të mbeten.',
  ended: 'Ky model nuk ofrohet më.',
  saved: 'Modeli u ruajt.',
  endedDone: 'Modeli u hoq.',
  write: 'Shkruani me këtë model',
  save: 'Ruani',
  columns: { name: 'Modeli', kind: 'Lloji', institution: 'Institucioni', version: 'Versioni' },
  twoPeople: 'Dy persona për çdo shkresë',
  twoPeopleHint: 'Kush i ka shkruar i fundit fjalët nuk e lëshon vetë shkresën.',
  twoPeopleSaved: 'Rregullimi u ruajt.',
  settings: 'Rregullimet',
  sample: {
    addressee: 'Ana Shembull',
    postal: 'Rruga e Shembullit 12',
    subject: 'kërkesa nr. 7/2026',
    basis: 'neni 1 i ligjit të shembullit',
    name: 'Prove Shembull',
    post: 'Kryetar',
  },
}

/** Templates, and the fields that letters know. */
export const templateTexts = { fields, problems, templates }

export type TemplateTexts = typeof templateTexts
