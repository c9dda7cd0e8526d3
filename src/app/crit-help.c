/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-help.h"

#include "crit-reading-window.h"
#include "screening/crit-status.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *heading;
  const char *paragraphs[5];
} Topic;

static const Topic topics[] = {
  { N_ ("What it is for"),
    { N_ ("Criteria walks you through a checklist of published criteria and shows, for each, "
          "whether it is recorded as met, recorded as not met, or not known yet, and why."),
      N_ ("It is meant for qualified clinicians. It gives no score and no overall result, and it "
          "recommends nothing. Whether a treatment is right for a person is decided by "
          "people.") } },
  { N_ ("Beginning a record"),
    { N_ ("Choose criteria on the start page, then give a reference of your clinic and the date "
          "of the record. Use no name, address, date of birth or NHS number."),
      N_ ("A rules file holds a set of criteria. Add one from the start page, or drop it on any "
          "window. A saved record carries the rules it was filled in under.") } },
  { N_ ("Answering"),
    { N_ ("Nothing is answered until you answer it. “Not known” is an answer of its own, with a "
          "reason. “Clear” takes an answer back."),
      N_ ("By keyboard, Enter leads to the next question, Tab to everything there is, and the "
          "arrows from answer to answer; Space chooses."),
      N_ ("Dates can be as exact as you know them: 2019, Mar 2019 or 21 Mar 2019. What was "
          "understood stands under the field. A text that is not understood is not recorded."),
      N_ ("A list counts as complete only once you say that it is. Until then another entry could "
          "still change what is shown.") } },
  { N_ ("Reading the criteria"),
    { N_ ("“Recorded as met” and “Recorded as not met” are shown only where no answer that is "
          "still open could change them. Otherwise the criterion is “Not known yet”, with links to "
          "the answers that matter."),
      N_ ("“Point to discuss” marks something whose presence matters. “Source” says where a "
          "criterion comes from, and how sure that is.") } },
  { N_ ("When the rules change"),
    { N_ ("While a record is filled in, changes of its rules file are noticed. Answers are kept "
          "where they fit, and the others are listed. Undo goes back to the former rules."),
      N_ ("A saved record stays under the rules it was filled in under, until you choose "
          "otherwise. A rules file with errors never takes the place of one that works.") } },
  { N_ ("Keeping and printing"),
    { N_ ("What you have not saved is kept as a draft on this computer and offered on the start "
          "page after a breakdown. Every change can be undone, also after saving."),
      N_ ("The summary can be printed or saved as PDF. Printers and print servers may keep a copy "
          "of what was printed for some time: ask your organisation."),
      N_ ("Records are ordinary files, readable by your account only, and are not encrypted. Keep "
          "them where your organisation wants them to be. Nothing is sent anywhere.") } },
  { N_ ("Keys"),
    { N_ ("Alt+Right and Alt+Left go to the next and the previous section, F6 to the criteria and "
          "back. Ctrl+Z undoes, Ctrl+S saves, F10 opens the menu. Ctrl+? shows all keys.") } },
};

/**
 * crit_help_window_new:
 * @parent: the window that asks
 *
 * Makes a window that says how the program is used, in a page of plain text. Show it with gtk_window_present().
 *
 * Returns: (transfer none): the window; it belongs to itself until it is closed
 */
GtkWindow *
crit_help_window_new (GtkWindow *parent)
{
  GtkWidget *box = crit_reading_box_new ();

  crit_reading_box_append_text (box, crit_notice ());
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      crit_reading_box_append_heading (box, _ (topics[i].heading), "title-4");
      for (guint j = 0; topics[i].paragraphs[j] != NULL; j++)
        crit_reading_box_append_text (box, _ (topics[i].paragraphs[j]));
    }
  return crit_reading_window_new (parent, _ ("Help"), box);
}
