/** Where to go on after entering or leaving. */
export type GoOn = { readonly path: string }

/** Loads a page of this site anew, with nothing kept from the person who was here before. */
export const goOn = ({ path }: GoOn): void => window.location.assign(path)
