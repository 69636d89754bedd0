import type { Identification } from '#platform/own-data/person-request-rules.ts'

export const sq = {
  rights: {
    'own-data.read': 'Të shohë kërkesat e personave për të dhënat e tyre',
    'own-data.serve': 'T’ia tregojë dhe t’ia fshijë të dhënat një personi të identifikuar',
    'retention.read': 'Të shohë afatet e ruajtjes dhe çfarë pret të fshihet',
  },
  menuRules: 'Ruajtja',
  menuRequests: 'Të dhënat e personave',
  rules: {
    title: 'Afatet e ruajtjes',
    lead: 'Çfarë mbajmë për njerëzit, sa gjatë dhe mbi ç’bazë. Çdo natë fshihet gjithçka së cilës i ka mbaruar afati.',
    columns: {
      what: 'Çfarë',
      howLong: 'Sa gjatë',
      basis: 'Baza',
      due: 'Pret të fshihet tani',
      last: 'Fshirja e fundit',
    },
    elsewhere: 'e fshin një punë tjetër e natës',
    never: 'nuk fshihet vetë',
    notYet: 'ende asnjëherë',
    run: (moment: string, n: string) => `${moment}: ${n} të fshira`,
    failed: (moment: string) => `${moment}: dështoi; operatori e gjen gabimin te ditari teknik`,
    runs: 'Fshirjet e fundit',
    noRuns: 'Ende nuk ka pasur asgjë për të fshirë.',
    runColumns: { at: 'Kur', rule: 'Rregulli', due: 'Priste', forgotten: 'U fshi' },
    command: 'Nga linja e komandës: kuvend retention, dhe vetëm për të numëruar: kuvend retention --dry-run.',
  },
  requests: {
    title: 'Të dhënat e personave',
    lead: 'Për njerëz që vijnë në sportel, edhe pa e-postë: tregojuni çfarë mban institucioni për ta dhe, kur e kërkojnë, fshini të dhënat e tyre. Identifikojeni më parë personin.',
    none: 'Ende nuk ka kërkesa.',
    columns: { at: 'Kur', by: 'Nga', identified: 'Identifikuar me', state: 'Gjendja' },
    open: 'E hapur',
    erased: (n: number) => (n === 1 ? 'U fshi 1 regjistrim' : `U fshinë ${n} regjistrime`),
    older: 'Më të vjetrat',
    newest: 'Te më të rejat',
    paging: 'Faqet e listës',
    newTitle: 'Kërkesë e re',
    institution: 'Institucioni',
    email: 'Adresa e e-postës së personit',
    code: 'Ose kodi i vërtetimit të pranimit',
    codeHint: 'Për njerëz pa e-postë, për shembull K7QM-4TRX.',
    identifiedBy: 'Si u identifikua personi',
    identifications: {
      'identity-document': 'me dokument identiteti',
      'known-to-office': 'njihet nga zyra',
      receipt: 'me vërtetimin e pranimit',
      representative: 'përmes përfaqësuesit me prokurë',
      'court-order': 'me vendim të gjykatës ose të autoritetit mbikëqyrës',
    } satisfies Record<Identification, string>,
    note: 'Shënim',
    noteHint: 'Mos shkruani emrin ose numrin personal: shënimi mbetet pasi të dhënat të fshihen.',
    submit: 'Shihni të dhënat',
    errorTitle: 'Kërkesa nuk u hap',
    errors: {
      who: 'Shkruani adresën ose kodin',
      email: 'Adresa nuk është e plotë',
      code: 'Kodi ka 8 shkronja e shifra, për shembull K7QM-4TRX',
      identifiedBy: 'Zgjidhni si u identifikua personi',
      institution: 'Zgjidhni institucionin',
      note: 'Shënimi mund të ketë deri në 2000 shenja',
      nothing: 'Ky institucion nuk mban asgjë me këtë adresë ose kod',
      confirm: 'Konfirmoni që personi e kërkoi fshirjen',
      form: 'Formulari erdhi i paplotë. Provoni sërish',
    },
    charactersLeft: (n: number) =>
      n < 0
        ? n === -1
          ? 'Keni 1 shenjë tepër'
          : `Keni ${-n} shenja tepër`
        : n === 1
          ? 'Ju ka mbetur 1 shenjë'
          : `Ju kanë mbetur ${n} shenja`,
  },
  one: {
    title: 'Çfarë mban institucioni për këtë person',
    lead: 'Hapja e kësaj faqeje u shënua: personi mund të shohë kush i pa të dhënat.',
    openedAt: 'Hapur',
    by: (name: string, moment: string) => `${moment}, nga ${name}`,
    identified: 'Identifikuar',
    note: 'Shënim',
    noNote: 'Pa shënim',
    records: 'Regjistrimet',
    none: 'Nuk ka më asgjë.',
    words: 'Fjalët',
    download: 'Shkarkoni si të dhëna (JSON)',
    eraseTitle: 'Fshini gjithçka për këtë person',
    eraseWords:
      'Fjalët, emri dhe skedarët fshihen përgjithmonë. Në regjistrin publik mbetet vendi me shënimin «u fshi». Njoftimet me pasoja ligjore mbeten si provë.',
    confirm: 'Personi e kërkoi fshirjen dhe e di që nuk kthehet',
    erase: 'Fshini përgjithmonë',
    errorTitle: 'Asgjë nuk u fshi ende',
    done: 'Të dhënat u fshinë.',
    already: 'Të dhënat e kësaj kërkese janë fshirë tashmë.',
    erasedRow: 'Fshirë',
    auditor: 'Të dhënat i sheh vetëm nëpunësi për mbrojtjen e të dhënave.',
  },
  subject: 'Kërkesë e një personi për të dhënat e veta',
}

export type RetentionTexts = typeof sq
