import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, COUNTRY, ID, INSTITUTION, MAYBE_INSTITUTION } from '#platform/export/column-texts.ts'

const NAME = column(
  'name',
  'string',
  { sq: ['Emri', 'Emri në shqip.'], en: ['Name', 'Its name in Albanian.'] },
  { required: true },
)
const NAME_EN = column('name_en', 'string', {
  sq: ['Emri në anglisht', 'Nëse ka.'],
  en: ['Name in English', 'Where there is one.'],
})
const NAME_SR = column('name_sr', 'string', {
  sq: ['Emri në serbisht', 'Nëse ka.'],
  en: ['Name in Serbian', 'Where there is one.'],
})
const PARENT = column('parent', 'string', {
  sq: ['Niveli sipër', 'Identifikuesi i nivelit më të lartë, nën të cilin qëndron.'],
  en: ['Above', 'Identifier of the one it stands under.'],
})
const FORMER = column(
  'former_names',
  'list',
  { sq: ['Emrat e mëparshëm', 'Më i vjetri i pari.'], en: ['Former names', 'The oldest first.'] },
  { required: true },
)
const RETIRED = column('retired_on', 'date', {
  sq: ['Nuk përdoret më që nga', 'Bosh: përdoret.'],
  en: ['Not used any more since', 'Empty: it is used.'],
})

export const INSTITUTION_COLUMNS = [
  ID,
  INSTITUTION,
  COUNTRY,
  column(
    'kind',
    'string',
    {
      sq: ['Lloji', 'Çfarë institucioni është: municipality, ministry, agency e të tjera.'],
      en: ['Kind', 'What kind of institution it is: municipality, ministry, agency and others.'],
    },
    { required: true },
  ),
  column(
    'standing',
    'string',
    {
      sq: ['Pjesëmarrja', 'member: e përdor Kuvendin; listed: vetëm përmendet këtu.'],
      en: ['Standing', 'member: uses Kuvend; listed: only named here.'],
    },
    { required: true, values: ['member', 'listed'] },
  ),
  NAME,
  NAME_EN,
  NAME_SR,
  FORMER,
  column('place', 'string', {
    sq: ['Vendi', 'Emri i vendit ku ka selinë.'],
    en: ['Place', 'Name of the place of its seat.'],
  }),
  column('website', 'uri', {
    sq: ['Faqja në internet', 'Faqja e vetë institucionit.'],
    en: ['Website', 'The institution’s own.'],
  }),
  column('registration', 'string', {
    sq: ['Numri i regjistrimit', 'Në regjistrin e shtetit.'],
    en: ['Registration number', 'In the country’s own register.'],
  }),
  column('email', 'string', {
    sq: ['E-posta', 'E sportelit, jo e një personi.'],
    en: ['E-mail', 'Of the front desk, not of a person.'],
  }),
  column('telephone', 'string', { sq: ['Telefoni', 'I sportelit.'], en: ['Telephone', 'Of the front desk.'] }),
  column('postal_address', 'string', {
    sq: ['Adresa postare', 'Ku shkruhet me postë.'],
    en: ['Postal address', 'Where to write by post.'],
  }),
  column(
    'role_addresses',
    'list',
    {
      sq: ['Adresat e detyrave', 'E-posta e çdo detyre.'],
      en: ['Addresses of roles', 'The e-mail of each role.'],
    },
    { required: true },
  ),
  column(
    'successors',
    'list',
    {
      sq: ['Pasardhësit', 'Kush i mori detyrat: emri i shkurtër, siç shkruhet në adresa.'],
      en: ['Successors', 'Who took over its tasks, by their short name in addresses.'],
    },
    { required: true },
  ),
  column(
    'demonstration',
    'boolean',
    {
      sq: ['Demonstrues', 'E vërtetë: nuk ekziston, shërben për të treguar programin.'],
      en: ['Demonstration', 'True: it does not exist and serves to show the program.'],
    },
    { required: true },
  ),
  column('source', 'string', {
    sq: ['Burimi', 'Nga u mor ajo që thuhet këtu.'],
    en: ['Source', 'Where what is said here was taken from.'],
  }),
  column('closed_on', 'date', { sq: ['Mbyllur më', 'Bosh: vazhdon.'], en: ['Closed', 'Empty: it goes on.'] }),
  column('closed_reason', 'string', {
    sq: ['Arsyeja e mbylljes', 'Pse u mbyll.'],
    en: ['Reason', 'Why it was closed.'],
  }),
  CHANGED_AT,
  ADDRESS,
]

export const BODY_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'kind',
    'string',
    {
      sq: [
        'Lloji',
        'council: këshilli ose kuvendi komunal; commission: komisioni ose komiteti; working-group: grupi i punës; e të tjera.',
      ],
      en: ['Kind', 'council, commission, working-group and others.'],
    },
    { required: true },
  ),
  NAME,
  NAME_EN,
  NAME_SR,
  FORMER,
  PARENT,
  column(
    'members',
    'integer',
    {
      sq: ['Anëtarë', 'Sa anëtarë ka sot; emrat janë në faqen e organit.'],
      en: ['Members', 'How many it has today; their names stand on its page.'],
    },
    { required: true },
  ),
  column('founded_on', 'date', { sq: ['Ngritur më', 'Kur u ngrit.'], en: ['Set up', 'When it was set up.'] }),
  column('order_issuer', 'string', {
    sq: ['Kush e ngriti', 'Kush e nxori urdhrin.'],
    en: ['Set up by', 'Who issued the order.'],
  }),
  column('order_number', 'string', {
    sq: ['Numri i urdhrit', 'Siç është shkruar.'],
    en: ['Number of the order', 'As it was written.'],
  }),
  column('order_date', 'date', {
    sq: ['Data e urdhrit', 'Kur u nxor.'],
    en: ['Date of the order', 'When it was issued.'],
  }),
  column('order_subject', 'string', {
    sq: ['Objekti i urdhrit', 'Për çfarë është.'],
    en: ['Subject of the order', 'What it is about.'],
  }),
  column('ended_on', 'date', { sq: ['Mbaroi më', 'Bosh: vazhdon.'], en: ['Ended', 'Empty: it goes on.'] }),
  column('ended_reason', 'string', { sq: ['Pse mbaroi', 'Arsyeja.'], en: ['Why it ended', 'The reason.'] }),
  CHANGED_AT,
  ADDRESS,
]

export const TOPIC_COLUMNS = [
  ID,
  column('code', 'string', {
    sq: ['Kodi', 'Fjala e shkurtër e fushave që vijnë me programin.'],
    en: ['Code', 'Short word of topics that come with the program.'],
  }),
  MAYBE_INSTITUTION,
  PARENT,
  NAME,
  NAME_EN,
  RETIRED,
  CHANGED_AT,
]

export const PLACE_COLUMNS = [
  ID,
  column('short_name', 'string', {
    sq: ['Fjala e shkurtër', 'E vendeve që vijnë me programin.'],
    en: ['Short word', 'Of places that come with the program.'],
  }),
  COUNTRY,
  MAYBE_INSTITUTION,
  column(
    'level',
    'string',
    {
      sq: [
        'Niveli',
        'region: qark ose rajon; municipality: bashki ose komunë; unit: njësi administrative; village: fshat; quarter: lagje.',
      ],
      en: ['Level', 'region, municipality, unit, village or quarter.'],
    },
    { required: true, values: ['region', 'municipality', 'unit', 'village', 'quarter'] },
  ),
  PARENT,
  column('code', 'string', { sq: ['Kodi zyrtar', 'Nëse ka.'], en: ['Official code', 'Where there is one.'] }),
  NAME,
  NAME_EN,
  NAME_SR,
  column('official_name', 'string', {
    sq: ['Emri zyrtar', 'Si e shkruan vetë bashkia ose komuna.'],
    en: ['Official name', 'As the municipality itself writes it.'],
  }),
  RETIRED,
  CHANGED_AT,
]

/** What these registers are called and what they hold. */
export const registerTexts = {
  institutions: {
    title: { sq: 'Institucionet', en: 'Institutions' },
    description: {
      sq: 'Çdo institucion dhe organizatë që e përdor Kuvendin ose përmendet këtu: emrat, edhe ata të mëparshëm, lloji, adresat e detyrave, pasardhësit.',
      en: 'Every institution and organisation that uses Kuvend or is named here: names, former ones too, kind, addresses of roles, successors.',
    },
    keywords: { sq: ['institucion', 'bashki', 'komunë'], en: ['institution', 'municipality'] },
  },
  bodies: {
    title: { sq: 'Organet e institucioneve', en: 'Bodies of institutions' },
    description: {
      sq: 'Këshillat bashkiakë dhe kuvendet komunale, komisionet dhe komitetet, grupet e punës dhe organet e tjera, me aktin që i ngriti.',
      en: 'Councils and assemblies, commissions and committees, working groups and other bodies, with the act that set them up.',
    },
    keywords: { sq: ['këshill', 'komision', 'grup pune'], en: ['council', 'commission', 'working group'] },
  },
  topics: {
    title: { sq: 'Fushat', en: 'Topics' },
    description: {
      sq: 'Fushat sipas të cilave renditen çështjet. Kolona “Ndryshimi i fundit” tregon kur u shtua fusha.',
      en: 'Topics under which matters are filed. The column “Last change” tells when a topic was added.',
    },
    keywords: { sq: ['fushë', 'temë', 'klasifikim'], en: ['topic', 'classification'] },
  },
  places: {
    title: { sq: 'Vendet', en: 'Places' },
    description: {
      sq: 'Qarqet, rajonet, bashkitë, komunat dhe vendet brenda tyre, në të dy shtetet. Kolona “Ndryshimi i fundit” tregon kur u shtua vendi.',
      en: 'Regions, municipalities and what lies below them, in both countries. The column “Last change” tells when a place was added.',
    },
    keywords: { sq: ['vend', 'bashki', 'komunë', 'fshat'], en: ['place', 'municipality', 'village'] },
  },
} as const
