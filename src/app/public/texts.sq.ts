import type { Jurisdiction, Standing } from '#platform/institutions/institution-rules.ts'
import { addressRoles, bodyKinds, institutionKinds, memberRoles } from '../office/institutions/texts.sq.ts'

/** A page of plain words. */
export type Prose = { title: string; lead: string; sections: readonly ProseSection[] }
export type ProseSection = {
  title: string
  paragraphs: readonly string[]
  points?: readonly string[]
  links?: readonly { href: string; label: string }[]
}

const accessibility: Prose = {
  title: 'Deklarata e qasshmërisë',
  lead: 'Kuvendi duhet të jetë për të gjithë: edhe me telefon të vjetër, pa maus, me lexues ekrani ose me shkronja të zmadhuara.',
  sections: [
    {
      title: 'Çfarë synojmë',
      paragraphs: [
        'Faqet ndërtohen sipas Udhëzimeve për Qasshmërinë e Përmbajtjes në Ueb (WCAG) 2.2, niveli AA, dhe standardit evropian EN 301 549.',
      ],
    },
    {
      title: 'Çfarë është provuar',
      paragraphs: ['Me çdo ndryshim të programit provohet, në një shfletues të vërtetë:'],
      points: [
        'që faqet nuk kanë asnjë shkelje që e gjejnë provat automatike të qasshmërisë (axe-core) dhe asnjë gabim në HTML;',
        'që faqet lexohen në ekran 320 pikselë të gjerë pa lëvizur anash, dhe me shkronja dy herë më të mëdha;',
        'që rrugët kryesore kryhen vetëm me tastierë: të gjesh një projekt, ta komentosh, ta konfirmosh komentin, të hysh në zyrë;',
        'që faqet publike punojnë edhe pa JavaScript.',
      ],
    },
    {
      title: 'Çfarë nuk është provuar ende',
      paragraphs: ['Provat automatike gjejnë vetëm një pjesë të pengesave. Këto na mungojnë:'],
      points: [
        'prova nga persona me aftësi të kufizuara;',
        'prova me lexues ekrani si NVDA, JAWS, VoiceOver e TalkBack;',
        'dokumentet që ngarkojnë institucionet (Word, PDF): qasshmëria e tyre varet nga ai që i ka shkruar. Kur projekti është lexuar si tekst, ai jepet edhe si faqe.',
      ],
    },
    {
      title: 'Nëse diçka ju pengon',
      paragraphs: [
        'Na e thoni: çfarë donit të bënit, në cilën faqe dhe me çfarë pajisjeje. Shkruani te institucioni që ju intereson dhe kërkojini t’ua përcjellë atyre që e mbajnë faqen. Nëse nuk e lexoni dot një dokument, kërkojani institucionit në një formë që e lexoni.',
      ],
      links: [{ href: '/kontakti', label: 'Adresat e institucioneve' }],
    },
    { title: 'Data', paragraphs: ['Kjo deklaratë u shkrua më 22 nëntor 2026, nga vetë ata që e ndërtojnë Kuvendin.'] },
  ],
}

const privacy: Prose = {
  title: 'Privatësia',
  lead: 'Çfarë mbajmë për ju, pse e mbajmë, sa gjatë dhe çfarë mund të kërkoni.',
  sections: [
    {
      title: 'Kush përgjigjet për të dhënat tuaja',
      paragraphs: [
        'Për komentet përgjigjet institucioni që ka hapur konsultimin: ai vendos pse kërkohen dhe çfarë bëhet me to. Kush e mban në punë këtë faqe i ruan të dhënat për institucionin dhe nuk i përdor për asgjë tjetër.',
      ],
      links: [{ href: '/kontakti', label: 'Adresat e institucioneve' }],
    },
    {
      title: 'Kur komentoni',
      paragraphs: ['Konsultimi publik është detyrë me ligj e institucionit; për të na duhen:'],
      points: [
        'fjalët e komentit, sepse botohen dhe institucioni duhet t’i shqyrtojë;',
        'adresa juaj e e-postës, që ta konfirmoni komentin dhe ta ndryshoni a ta tërhiqni më vonë. Nuk botohet kurrë. E mbajmë bashkë me komentin për sa kohë mund ta drejtoni ju;',
        'emri juaj, vetëm nëse e shkruani. E shohin zyrtarët që lexojnë komentet; në faqe nuk shfaqet, përveçse kur e zgjidhni ju vetë;',
        'emri i organizatës, kur shkruani në emër të saj. Ky botohet;',
        'skedarët, nëse bashkëngjitni. Botohen bashkë me komentin.',
      ],
    },
    {
      title: 'Kur hyni',
      paragraphs: [
        'Për të hyrë ju dërgojmë një kod në adresën tuaj. Në shfletues lëmë vetëm dy shenja të vogla (ato që quhen «cookies») dhe vetëm për hyrjen: një që ju mban të hyrë dhe një që kujton se kodin e kërkuat ju. Nuk ka shenja të tjera, as matje të vizitave, as skedarë nga faqe të huaja.',
        'Për llogaritë e zyrtarëve shënohet kur u hy, kur u refuzua një kod dhe kur ndryshuan rolet, që zyrtari ta shohë vetë dhe puna të kontrollohet.',
      ],
    },
    {
      title: 'Sa gjatë',
      paragraphs: [],
      points: [
        'Komenti që nuk konfirmohet fshihet pas 7 ditësh, me gjithçka që shkruat.',
        'Komenti i botuar mbetet në regjistrin publik. Kur e tërhiqni, fjalët dhe emri nuk shfaqen më; mbetet vetëm shënimi se aty pati një koment.',
        'Teksti i një letre fshihet 7 ditë pasi është dërguar, kurse shënimi se cilës adresë dhe kur iu dërgua fshihet pas 90 ditësh.',
        'Kodi i hyrjes fshihet 1 ditë pasi ka skaduar.',
        'Për të penguar dërgimet me shumicë numërojmë përpjekjet me një gjurmë të shifruar të adresës së rrjetit. Vetë adresa nuk ruhet; gjurma fshihet pas 1 dite.',
        'Hyrja që ka mbaruar harrohet pas 30 ditësh.',
        'Ditari teknik i vizitave nuk mban as adresa rrjeti, as adresa poste, as fjalë nga formularët.',
      ],
    },
    {
      title: 'Çfarë mund të kërkoni',
      paragraphs: [
        'Me lidhjen private që ju erdhi me letër, ose pasi të hyni me adresën tuaj, e ndryshoni dhe e tërhiqni komentin vetë. Pasi të hyni me adresën tuaj shihni gjithçka që mbajmë për ju, e ndreqni, e merrni me vete dhe e fshini. Pa e-postë drejtojuni nëpunësit të institucionit për mbrojtjen e të dhënave, me kodin e vërtetimit të pranimit.',
        'Nëse nuk jeni dakord me përgjigjen, ankohuni te mbikëqyrësi i të dhënave personale:',
      ],
      links: [
        { href: '/llogaria/te-dhenat', label: 'Të dhënat e mia' },
        { href: '/lidhjet-e-mia', label: 'Humba lidhjen time' },
        {
          href: 'https://www.idp.al/',
          label: 'Në Shqipëri: Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale',
        },
        { href: 'https://aip.rks-gov.net/', label: 'Në Kosovë: Agjencia për Informim dhe Privatësi' },
      ],
    },
  ],
}

const directory = {
  title: 'Institucionet dhe organizatat',
  menu: 'Institucionet',
  lead: 'Kush punon në Kuvend dhe kujt i referohen aktet: institucione, organizata, media dhe partnerë.',
  filter: 'Ngushtoni listën',
  words: 'Fjalë të emrit',
  wordsHint: 'Edhe emra të mëparshëm, me ose pa ë e ç',
  wordsShort: 'Shkruani të paktën tri shkronja',
  kind: 'Lloji',
  anyKind: 'Çdo lloj',
  country: 'Vendi',
  anyCountry: 'Të dy vendet',
  standing: 'Si është në Kuvend',
  anyStanding: 'Të gjitha',
  standings: { member: 'Punon në Kuvend', listed: 'Vetëm në listë' } satisfies Record<Standing, string>,
  closed: 'Edhe ato që janë mbyllur',
  submit: 'Kërkoni',
  clear: 'Hiqni kufizimet',
  empty: 'Asnjë institucion nuk u përgjigjet këtyre kufizimeve.',
  next: 'Të tjerat',
  first: 'Nga fillimi',
  paging: 'Faqet e listës',
  closedTag: 'I mbyllur',
}

/** The pages of the installation that everyone reads. */
export const sq = {
  home: {
    title: 'Fjala juaj, para vendimit',
    lead: 'Kuvend është vendi ku institucionet i nxjerrin projektet para të gjithëve, përpara se të vendosin: ju i lexoni, thoni fjalën tuaj dhe ajo mbetet e regjistruar.',
    institutions: 'Institucionet',
    noInstitutions: 'Asnjë institucion nuk është shtuar ende.',
    how: 'Si funksionon',
    steps: [
      {
        title: 'Gjeni projektin.',
        words: 'Çdo projekt lexohet nen për nen, me datën deri kur mund të thoni fjalën tuaj.',
      },
      {
        title: 'Shkruani komentin.',
        words:
          'Për gjithë projektin, për një nen ose për fjalët që zgjidhni. Nuk ju duhet llogari, mjafton një adresë e-poste.',
      },
      {
        title: 'Konfirmojeni me letrën që ju vjen.',
        words: 'Atëherë komenti juaj numërohet, merr një kod dhe botohet. Emri juaj shfaqet vetëm nëse e doni ju.',
      },
    ],
  },
  institution: {
    kinds: institutionKinds,
    countries: { AL: 'Shqipëri', XK: 'Kosovë' } satisfies Record<Jurisdiction, string>,
    addresses: 'Ku t’i drejtoheni',
    noAddresses: 'Ky institucion nuk ka dhënë ende asnjë adresë.',
    bodies: 'Organet',
    demonstration: 'demonstrim',
    roles: addressRoles as Record<string, string>,
    telephone: 'Telefon',
    closedOn: (date: string) =>
      `Ky institucion është mbyllur që më ${date}. Nuk merr më çështje të reja; të dhënat e tij mbeten këtu.`,
    successors: 'Detyrat i ka marrë',
    predecessors: 'Ka marrë detyrat e',
    listed: 'Ky institucion ose organizatë nuk punon në Kuvend: figuron këtu sepse i referohen akte dhe persona.',
    website: 'Faqja zyrtare',
    registration: 'Numri i regjistrimit',
    source: 'Burimi',
    facts: 'Të dhënat',
    formerNames: 'Emra të mëparshëm',
    nameFrom: (date: string) => `nga ${date}`,
    endedBodies: 'Organet e mbyllura',
    body: {
      kinds: bodyKinds,
      roles: memberRoles,
      members: 'Anëtarët',
      formerMembers: 'Ish-anëtarët',
      noMembers: 'Anëtarët nuk janë shënuar.',
      unnamed: 'pa emër në urdhër',
      kind: 'Lloji',
      order: 'Akti i themelimit',
      unknown: 'nuk dihet',
      number: (number: string) => `nr. ${number}`,
      dated: (date: string) => `datë ${date}`,
      founded: 'Krijuar më',
      ended: 'Mbyllur më',
      parent: 'Pjesë e',
      former: 'Emra të mëparshëm',
      until: (date: string) => `deri më ${date}`,
      from: (date: string) => `nga ${date}`,
      sinceUnknown: 'data nuk dihet',
      columns: ['Emri', 'Roli', 'Nga', 'Koha'],
      seats: (n: number) => (n === 1 ? '1 anëtar' : `${n} anëtarë`),
    },
  },
  directory,
  contact: {
    title: 'Kontakti',
    lead: 'Për një çështje shkruani te institucioni që e ka në dorë. Adresat janë të posteve, jo të personave.',
    faults:
      'Për një gabim të faqes shkruani gjithashtu te institucioni: na thoni adresën e faqes dhe, nëse pati, numrin e gabimit.',
  },
  accessibility,
  privacy,
}

export type PublicTexts = typeof sq
