/** Countries of the list that are China → the province it is, or nothing for the mainland. */
export const china: Readonly<Record<string, string>> = {
  china: '',
  'pr china': '',
  'hong kong': '香港特别行政区',
  'hong kong sar': '香港特别行政区',
  macau: '澳门特别行政区',
  taiwan: '台湾省',
};

/** Programmes of institutions: hospital, ambulatory centre, with or without excellence. */
export const facility = /\baccreditation\b/iu;
/** The mark of travel agencies and other go-betweens: they are no medical institutions. */
export const facilitator = /\bfacilitator\b/iu;
