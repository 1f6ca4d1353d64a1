/** Organ as printed → code of the service vocabulary. Cornea and tissues are not organs of this list. */
export const organs: Readonly<Record<string, string>> = {
  心: 'transplant.heart',
  心脏: 'transplant.heart',
  肺: 'transplant.lung',
  肺脏: 'transplant.lung',
  肝: 'transplant.liver',
  肝脏: 'transplant.liver',
  肾: 'transplant.kidney',
  肾脏: 'transplant.kidney',
  胰: 'transplant.pancreas',
  胰腺: 'transplant.pancreas',
  胰脏: 'transplant.pancreas',
  小肠: 'transplant.intestine',
};
