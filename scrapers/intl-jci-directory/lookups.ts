/** Country or region as the directory prints it → the province it is, or nothing for the mainland. */
export const regions: Readonly<Record<string, string>> = {
  china: '',
  "people's republic of china": '',
  'hong kong': '香港特别行政区',
  'hong kong, china': '香港特别行政区',
  macau: '澳门特别行政区',
  macao: '澳门特别行政区',
  taiwan: '台湾省',
};

/** Programmes that cover a whole hospital; all others cover a part or a disease. */
export const wholeHospital = /^(Academic Medical Center )?Hospital( Program)?$/i;
