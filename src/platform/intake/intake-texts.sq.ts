/** The words of the letters about a case, and what its history says. */
export const sq = {
  greeting: 'Përshëndetje,',
  closing: 'Kjo letër u dërgua nga platforma Kuvend.',
  confirmationSubject: (institution: string) => `Konfirmoni shkrimin tuaj drejtuar: ${institution}`,
  confirmation: (institution: string, about: string, days: number) => [
    `Nga kjo adresë u dërgua një shkrim për «${institution}», me lëndë «${about}».`,
    'Shkrimi ende nuk është regjistruar. Hapni lidhjen dhe shtypni butonin; atëherë merrni numrin dhe kodin:',
    `Lidhja vlen ${days} ditë. Pas kësaj, shkrimi i pakonfirmuar fshihet.`,
    'Nëse nuk e dërguat ju, mos bëni asgjë.',
  ],
  receiptSubject: (number: string, code: string) => `Vërtetim i pranimit: çështja ${number}, kodi ${code}`,
  receipt: (facts: { institution: string; number: string; code: string; about: string; received: string }) => [
    `Shkrimi juaj u regjistrua te «${facts.institution}».`,
    `Numri: ${facts.number}\nKodi: ${facts.code}\nLënda: ${facts.about}\nPranuar: ${facts.received}`,
  ],
  receiptDue: (day: string) =>
    `Përgjigjja pritet deri më ${day}. Pse pikërisht kjo ditë, e shihni në faqen e çështjes.`,
  receiptFiles: (names: readonly string[]) =>
    `Dokumente bashkëngjitur:\n${names.map((name) => `– ${name}`).join('\n')}`,
  receiptLeftOut: (lines: readonly string[]) =>
    `Këto dokumente NUK u morën. Sillini në sportel ose dërgojini ndryshe:\n${lines.map((line) => `– ${line}`).join('\n')}`,
  receiptLink: 'Me numrin dhe kodin e shihni kurdo se ku ka mbërritur çështja:',
  receiptReply: 'Nëse doni të shtoni diçka, përgjigjuni kësaj letre: përgjigjja i bashkohet çështjes.',
  transferSubject: (number: string) => `Çështja ${number} iu kalua një institucioni tjetër`,
  transfer: (facts: {
    from: string
    to: string
    number: string
    reason: string
    newNumber: string
    newCode: string
  }) => [
    `Shkrimi juaj me numër ${facts.number} i takon një institucioni tjetër, prandaj «${facts.from}» ia kaloi «${facts.to}».`,
    `Arsyeja: ${facts.reason}`,
    `Atje ka numrin ${facts.newNumber} dhe kodin ${facts.newCode}.`,
  ],
  extensionSubject: (number: string) => `U zgjat afati i përgjigjes për çështjen ${number}`,
  extension: (facts: { institution: string; number: string; from: string; to: string; ground: string }) => [
    `«${facts.institution}» e zgjati afatin e përgjigjes për çështjen tuaj ${facts.number}.`,
    `Afati ishte deri më ${facts.from}; tani është deri më ${facts.to}.`,
    `Arsyeja: ${facts.ground}`,
  ],
  movedSubject: (number: string, to: string) => `Afati i përgjigjes për çështjen ${number} tani është deri më ${to}`,
  moved: (facts: { institution: string; number: string; from: string; to: string; ground: string }) => [
    `Afati i përgjigjes së «${facts.institution}» për çështjen tuaj ${facts.number} u llogarit sërish.`,
    `Ishte deri më ${facts.from}; tani është deri më ${facts.to}.`,
    `Arsyeja: ${facts.ground}`,
  ],
  why: {
    'too-many': 'më shumë dokumente se sa merren me një letër',
    'too-large': 'dokumenti është shumë i madh',
    'wrong-type': 'lloji i dokumentit nuk merret (merren PDF, DOCX, ODT, XLSX, PNG, JPG, TXT)',
    'message-too-large': 'letra ishte aq e madhe, sa u mor vetëm teksti i saj',
  } as Record<string, string>,
  // Tasks are not erased: nothing of the letter stands in their titles.
  taskTitle: (number: string) => `Çështja ${number}`,
  pointTaskTitle: (number: string, ordinal: number) => `Çështja ${number}, pika ${ordinal}`,
  // Grounds for which a clock ends; nothing of the letter.
  passedOn: 'Iu kalua institucionit që e ka në kompetencë.',
  duplicate: (number: string) => `E njëjta kërkesë si çështja ${number}.`,
  // The three grounds of law 119/2014, Art 15.
  extensionGrounds: {
    many: 'Kërkohen dokumente të shumta ose të gjata.',
    apart: 'Dokumentet duhen kërkuar në zyra të ndara fizikisht.',
    consult: 'Para përgjigjes duhet këshillim me autoritete të tjera.',
  },
  refiled: 'U korrigjua dita e paraqitjes.',
  noSubject: '(pa lëndë)',
}

export type IntakeTexts = typeof sq
