/** Whether some words or syllables in a row are these letters: no word is begun or ended in its midst. */
export const standsIn = (units: readonly string[], letters: string): boolean =>
  units.some((_, at) => {
    let run = '';
    for (const unit of units.slice(at)) {
      run += unit;
      if (!letters.startsWith(run)) return false;
      if (run === letters) return true;
    }
    return false;
  });
