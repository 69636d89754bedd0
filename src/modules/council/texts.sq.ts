/** What all rooms of the council say. Each room has its own sentences beside it. */
export const sq = {
  menu: 'Këshilli',
  /** The same on the own site of a municipality of Kosovo. */
  menuKosovo: 'Kuvendi',
  rights: {
    'council.read': 'Sheh punën e këshillit në zyrë: anëtarët, mbledhjet, procesverbalet',
    'council-people.write': 'Mban anëtarët, mandatet, pagesat dhe sekretariatin e këshillit',
    'council-meetings.write': 'Përgatit dhe thërret mbledhjet: materialet, rendin e ditës, ftesat',
    'council-sitting.write': 'Regjistron mbledhjen ndërsa zhvillohet, ose më pas nga letra',
    'council-minutes.write': 'Harton procesverbalin',
    'council-minutes.approve': 'Shënon procesverbalin si të miratuar dhe e boton',
    'council-recordings.write': 'Vendos transmetimin, regjistrimin dhe titrat',
    'council-settings.write': 'Vendos shumicat dhe kuorumin sipas rregullores',
    'council-private.read': 'Lexon arsyetimet e mungesave, adresat private dhe kush ka kërkuar kopje',
  },
}

export type CouncilTexts = typeof sq
