/** What the example institutions give as their ground: it says that there is none. */
export const CONFIRMED = 'Demonstrim: konfirmim i sajuar, që nuk mbështetet në asnjë akt të vërtetë'
export const OWN = 'Demonstrim: rregullore e sajuar, që nuk ekziston'
