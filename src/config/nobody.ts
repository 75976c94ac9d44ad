/** Access that the API gives to nobody. By its identity the API document knows which operations do not exist. */
export const nobody = (): boolean => false
