import type { ReadRefusal } from '#platform/imports/reading/source-rules.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import type { LineRefusal } from './check-rules.ts'

const comments = (n: number): string => (n === 1 ? '1 koment' : `${formatNumber(n)} komente`)
const rows = (n: number): string => (n === 1 ? '1 rresht' : `${formatNumber(n)} rreshta`)

const reading: Record<ReadRefusal, string> = {
  'old-excel':
    'Skedari është i formatit të vjetër (.doc ose .xls). Hapeni, ruajeni si .docx ose .xlsx dhe ngarkojeni sërish.',
  'not-a-table': 'Ky skedar nuk është as DOCX, as XLSX, as CSV.',
  'too-large': 'Skedari është më i madh se sa lejohet (20 MB, edhe i shpaketuar ka kufi).',
  'too-many-columns': 'Tabela ka më shumë se 1 000 kolona.',
  'too-many-rows': 'Tabela ka më shumë se 200 000 rreshta.',
  broken: 'Skedari nuk hapet: është i dëmtuar ose i mbrojtur me fjalëkalim.',
  encrypted: 'Skedari është i mbrojtur me fjalëkalim.',
  empty: 'Skedari është bosh.',
  busy: 'Po lexohen shumë skedarë njëherësh. Provoni pas një minute.',
}

const why: Record<LineRefusal, string> = {
  'no-code': 'Mungon kodi.',
  'unknown-code': 'Ky kod nuk është në skedarin që u dërgua. Kodi nuk duhet ndryshuar.',
  twice: 'I njëjti kod vjen më shumë se një herë, me fjalë të ndryshme.',
  'no-decision': 'Mungon vendimi.',
  'unknown-decision': 'Vendimi nuk u kuptua. Përdorni një nga fjalët e dhëna mbi tabelë.',
  'no-reason': 'Mungon arsyetimi, ose është më i shkurtër se pesë shkronja.',
  'reason-too-long': 'Arsyetimi është më i gjatë se 5 000 shkronja.',
  withdrawn: 'Komenti është tërhequr.',
  changed: 'Autori e ka ndryshuar komentin pasi doli skedari.',
  decided: 'Përgjigjja është vendosur ose publikuar ndërkohë.',
  'answered-meanwhile': 'Dikush i është përgjigjur ndërkohë.',
  'answered-with-others': 'Komenti ka një përgjigje të përbashkët me komente të tjera.',
  'not-late': 'Komenti nuk erdhi me vonesë, prandaj ky shkak nuk vlen.',
}

/** Skedari i hartuesve. The English file is typed by this one. */
export const sq = {
  title: 'Skedari i hartuesve',
  nav: 'Hartuesit',
  lead: 'Hartuesit nuk kanë llogari: matrica u del si skedar, ata e plotësojnë, dhe vendimet e tyre kthehen këtu të kontrolluara. Ato bëhen propozime, që i vendos dikush tjetër.',
  link: 'Skedari i hartuesve: nxirreni dhe merreni të plotësuar',
  unseen: (n: number) =>
    n === 1
      ? '1 koment që nuk është publik (pret, mbahet ose është hequr) nuk del në skedar; përgjigjuni atij këtu.'
      : `${formatNumber(n)} komente që nuk janë publike (presin, mbahen ose janë hequr) nuk dalin në skedar; përgjigjuni atyre këtu.`,
  make: {
    title: 'Nxirrni një skedar',
    unit: 'Njësia që e plotëson',
    unitHint: 'Për shembull “Drejtoria Juridike”. Mos shkruani emër personi: njësia shënohet si propozuese.',
    scope: 'Cilat komente',
    scopes: {
      unanswered: (n: number) => `Ato pa përgjigje (${formatNumber(n)})`,
      open: (n: number) => `Edhe ato me përgjigje ende të pavendosur (${formatNumber(n)})`,
    },
    article: 'Neni',
    anyArticle: 'Çdo nen',
    whole: 'I gjithë teksti',
    groups: 'Një rresht i vetëm për çdo grup komentesh të ngjashme',
    format: 'Formati',
    formats: { xlsx: 'XLSX (Excel, LibreOffice Calc)', docx: 'DOCX (Word, LibreOffice Writer)' },
    returnBy: 'Të kthehet deri më (nëse duhet)',
    day: { dayLabel: 'Dita', monthLabel: 'Muaji', yearLabel: 'Viti' },
    submit: 'Përgatitni skedarin',
  },
  receive: {
    title: 'Merrni një skedar të plotësuar',
    file: 'Skedari',
    fileHint:
      'DOCX, XLSX ose CSV, deri në 20 MB. Kolonat mund të jenë në çdo renditje. Ndryshimet e shënuara në Word lexohen si të pranuara. Së pari shihni çfarë do të ndodhë; ende nuk ndryshon asgjë.',
    submit: 'Lexoni skedarin',
  },
  files: {
    title: 'Skedarët që dolën',
    none: 'Ende nuk ka dalë asnjë skedar.',
    columns: {
      code: 'Kodi',
      unit: 'Njësia',
      what: 'Çfarë',
      made: 'Doli më',
      returnBy: 'Kthehet deri më',
      file: 'Skedari',
    },
    what: (lines: number, n: number) => `${rows(lines)}, ${comments(n)}`,
    article: (label: string) => `neni ${label}`,
    download: (format: string, code: string) => `Shkarkoni ${format} ${code}`,
  },
  returns: {
    title: 'Skedarët që u kthyen',
    none: 'Ende nuk është kthyer asnjë skedar.',
    columns: { file: 'Skedari', unit: 'Njësia', received: 'Erdhi më', state: 'Gjendja', done: 'U bë' },
    states: { read: 'i lexuar, pret', taken: 'i marrë', undone: 'i zhbërë' },
    done: (taken: number, refused: number) => `${rows(taken)} u morën, ${formatNumber(refused)} mbetën`,
  },
  one: {
    title: (name: string) => `Skedari i kthyer: ${name}`,
    of: (code: string, unit: string) => `Skedari H-${code}, ${unit}.`,
    preview: (take: number, refused: number, same: number) =>
      `${rows(take)} do të bëhen propozime, ${formatNumber(refused)} nuk merren` +
      (same > 0 ? `, ${formatNumber(same)} përsërisin një rresht tjetër fjalë për fjalë.` : '.'),
    nothingYet: 'Ende nuk ka ndryshuar asgjë.',
    taken: (taken: number, refused: number) =>
      `${rows(taken)} u bënë propozime, ${formatNumber(refused)} nuk u morën. I vendos dikush tjetër, jo ai që e mori skedarin.`,
    undone: (kept: number) =>
      kept === 0
        ? 'U zhbë: përgjigjet janë si përpara.'
        : `U zhbë. ${formatNumber(kept)} propozime mbetën, sepse dikush ka punuar me to ndërkohë.`,
    undoUntil: (minute: string) => `Mund të zhbëhet deri më ${minute}, për sa kohë propozimet nuk janë vendosur.`,
    take: (n: number) => (n === 1 ? 'Merreni 1 rresht si propozim' : `Merrni ${formatNumber(n)} rreshta si propozime`),
    undo: 'Zhbëni marrjen e skedarit',
    refusedFile: 'Shkarkoni rreshtat që nuk merren, me shkakun (XLSX)',
    table: 'Rreshtat e skedarit',
    columns: {
      cell: 'Rreshti',
      code: 'Kodi',
      will: 'Çfarë ndodh',
      decision: 'Vendimi',
      reason: 'Arsyetimi',
      changed: 'Neni i ndryshuar',
    },
    cell: (row: number, column: string) => `rreshti ${row}, kolona “${column}”`,
    row: (row: number) => `rreshti ${row}`,
    will: (n: number, left: number) =>
      `Merret: ${comments(n)}` + (left > 0 ? `; ${formatNumber(left)} të grupit lihen jashtë` : ''),
    did: (n: number, left: number) =>
      `U mor: ${comments(n)}` + (left > 0 ? `; ${formatNumber(left)} të grupit mbetën jashtë` : ''),
    same: 'Përsërit një rresht tjetër: numërohet një herë.',
    refused: (words: string) => `Nuk merret. ${words}`,
  },
  changed: (unit: string) => `Neni i ndryshuar, siç e shkroi ${unit}`,
  why,
  reading,
  done: {
    bere: 'Skedari u përgatit. Shkarkojeni nga lista.',
    lexuar: 'Skedari u lexua. Ende nuk ka ndryshuar asgjë.',
    njohur: 'Ky skedar ishte sjellë edhe më parë: asgjë nuk ndryshoi.',
    marre: 'Rreshtat e mirë u morën si propozime.',
    zhbere: 'Marrja e skedarit u zhbë.',
  },
  errorTitle: 'Diçka nuk shkon',
  errors: {
    unit: 'Shkruani njësinë: nga 2 deri në 200 shkronja.',
    scope: 'Zgjidhni cilat komente.',
    format: 'Zgjidhni formatin.',
    day: 'Shkruani një ditë që ekziston, jo më herët se sot.',
    form: 'Formulari është i vjetër. Hapeni faqen sërish.',
    nothing: 'Asnjë koment publik nuk u përgjigjet këtyre zgjedhjeve.',
    tooMany: 'Janë më shumë se 2 000 rreshta. Ndajini sipas neneve ose grupeve.',
    file: 'Zgjidhni një skedar.',
    'no-table': 'Në skedar nuk u gjet tabela: duhen kolonat “Kodi”, “Vendimi” dhe “Arsyetimi”.',
    'too-many': 'Tabela ka më shumë se 2 000 rreshta të plotësuar.',
    'nothing-filled': 'Në tabelë nuk është plotësuar asnjë rresht.',
    'unknown-file': 'Nuk u njoh se nga cili skedar është kjo tabelë: mungojnë kodi i skedarit dhe kodet e rreshtave.',
    'other-consultation': 'Ky skedar është i një konsultimi tjetër. Asgjë nuk u mor.',
    nothingToTake: 'Asnjë rresht nuk mund të merret tani.',
    tooLate: 'Nuk zhbëhet më: kaluan 30 minuta, ose dikush ka punuar me propozimet.',
  },
  changeKinds: {
    'drafters-file-made': 'Doli skedari i hartuesve',
    'drafters-return-taken': 'U mor skedari i plotësuar nga hartuesit',
    'drafters-return-undone': 'U zhbë marrja e skedarit të hartuesve',
  },
}
export type DraftersTexts = typeof sq
