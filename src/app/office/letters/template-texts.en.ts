import type { TemplateTexts } from './template-texts.sq.ts'

const fields: TemplateTexts['fields'] = {
  adresuesi: 'name of the addressee',
  lenda: 'subject of the letter',
  ceshtja: 'the matters the letter is about',
  institucioni: 'name of the institution',
  bashkia: 'the word for the municipality',
  bashkise: 'the same word in the genitive',
  numri: 'our number of the letter',
  data: 'date of issue',
  protokolli: 'protocol number',
  data_e_protokollit: 'date of the protocol',
  afati: 'day of the deadline',
  baza_e_afatit: 'legal basis of the deadline',
  nenshkruesi: 'name of the signatory',
  posti: 'post of the signatory',
  kodi: 'check code',
  shkresa_e_korrigjuar: 'number of the letter that is corrected',
}

const problems: TemplateTexts['problems'] = {
  'unknown-field': (name) => `There is no field called “${name}”`,
  'not-closed': (name) => `The part “${name}” opens with {{#${name}}} and is not closed with {{/${name}}}`,
  'not-opened': (name) => `The part “${name}” is closed without having been opened`,
  nested: (name) => `The part “${name}” opens inside another part`,
  stray: (name) => `The sign “${name}” belongs to nothing: fields are written {{name}}`,
}

const templates: TemplateTexts['templates'] = {
  title: 'Templates of letters',
  lead: 'The templates that come with the program are there for everybody. The administrator can make templates of the institution.',
  own: 'Templates of the institution',
  shared: 'Templates of the program',
  none: 'The institution has no templates of its own yet.',
  fresh: 'New template',
  freshFrom: (kind) => `New template from “${kind}”`,
  editTitle: 'Change the template',
  name: 'Name of the template',
  nameHint: 'Seen in the office alone.',
  version: (n) => `version ${n}`,
  versionBy: (n, at, name) => `Version ${n}, ${at}, ${name}`,
  versions: 'Versions',
  preview: 'Example with invented values',
  edit: 'Change',
  end: 'Withdraw the template',
  endLead: 'The template will be offered no longer. Letters written with it stay.',
  ended: 'This template is offered no longer.',
  saved: 'The template is saved.',
  endedDone: 'The template is withdrawn.',
  write: 'Write with this template',
  save: 'Save',
  columns: { name: 'Template', kind: 'Kind', institution: 'Institution', version: 'Version' },
  twoPeople: 'Two people for each letter',
  twoPeopleHint: 'Whoever wrote the words last does not issue the letter.',
  twoPeopleSaved: 'The setting is saved.',
  settings: 'Settings',
  sample: {
    addressee: 'Ana Shembull',
    postal: 'Rruga e Shembullit 12',
    subject: 'request no. 7/2026',
    basis: 'article 1 of the sample law',
    name: 'Prove Shembull',
    post: 'Mayor',
  },
}

export const templateTexts: TemplateTexts = { fields, problems, templates }
