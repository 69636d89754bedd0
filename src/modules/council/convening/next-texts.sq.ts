/** What the secretary does next with a meeting. */
export const sq = {
  words: {
    facts: 'Plotësoni të dhënat e mbledhjes.',
    agenda: 'Shkruani rendin e ditës.',
    convene: 'Mbledhja është gati për t’u thirrur.',
    invite: 'Asnjë ftesë nuk është dërguar ende. Anëtarët përgjigjen me lidhjen e letrës.',
    hold: 'Ftesat janë dërguar. Ditën e mbledhjes hapeni regjistrimin këtu.',
    record: 'Mbledhja është hapur: vazhdoni regjistrimin.',
    minutes: 'Mbledhja u mbyll: hartoni procesverbalin dhe miratojeni në mbledhjen tjetër.',
  },
  deeds: {
    facts: 'Plotësoni të dhënat',
    agenda: 'Shkruani rendin e ditës',
    convene: 'Thirrni mbledhjen',
    invite: 'Dërgoni ftesat',
    hold: 'Zhvillimi i mbledhjes',
    record: 'Vazhdoni regjistrimin',
    minutes: 'Hartoni procesverbalin',
  },
}

export type NextTexts = typeof sq
