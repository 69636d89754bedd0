const list = () => '/keshilltare'
/** What everybody opens of the people of a council, beside the councillors themselves. */
export const peopleUrls = {
  list,
  one: (slug: string) => `${list()}/${slug}`,
  data: (slug: string) => `${list()}/${slug}.json`,
  bodies: () => `${list()}/organet`,
  body: (id: string) => `${list()}/organet/${id}`,
  elections: () => `${list()}/zgjedhjet`,
  staff: () => `${list()}/sekretaria`,
  payments: () => `${list()}/pagesat`,
  affiliations: () => `${list()}/anetaresimet`,
}

const home = () => '/zyra/keshilli'
const people = () => `${home()}/anetaret`
const terms = () => `${home()}/mandatet`
const one = (id: string) => `${people()}/${id}`

export const peopleOfficeUrls = {
  home,
  list: people,
  create: () => `${people()}/i-ri`,
  publishMany: () => `${people()}/botimi`,
  one,
  change: (id: string) => `${one(id)}/ndryshimi`,
  publish: (id: string) => `${one(id)}/botimi`,
  unpublish: (id: string) => `${one(id)}/terheqja`,
  photo: (id: string) => `${one(id)}/fotografia`,
  removePhoto: (id: string) => `${one(id)}/fotografia/heqja`,
  mandates: (id: string) => `${one(id)}/mandatet`,
  endMandate: (id: string, mandate: string) => `${one(id)}/mandatet/${mandate}/mbarimi`,
  pairs: () => `${home()}/emra-te-njejte`,
  pair: (id: string) => `${home()}/emra-te-njejte/${id}`,
  terms,
  newTerm: () => `${terms()}/i-ri`,
  term: (id: string) => `${terms()}/${id}`,
  changeTerm: (id: string) => `${terms()}/${id}/ndryshimi`,
  register: (register: string) => `${home()}/${register}`,
  newEntry: (register: string) => `${home()}/${register}/i-ri`,
  entry: (register: string, id: string) => `${home()}/${register}/${id}`,
  publishEntry: (register: string, id: string) => `${home()}/${register}/${id}/botimi`,
  bodyOfInstitution: (institutionId: string, bodyId: string) =>
    `/zyra/institucionet/${institutionId}/organet/${bodyId}`,
  institution: (institutionId: string) => `/zyra/institucionet/${institutionId}`,
  imports: () => '/zyra/importet',
  history: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  takeDown: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
}
