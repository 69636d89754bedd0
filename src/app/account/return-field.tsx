/** Carries where to go after signing in from form to form. */
export const ReturnField = ({ returnPath }: { returnPath: string | null }) =>
  returnPath === null ? null : <input type="hidden" name="pastaj" value={returnPath} />
