/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-text-area.h"

#include "record/crit-answer-limits.h"

#define TALLEST 288
#define PADDING 9

static void
set_padding (GtkTextView *view)
{
  gtk_text_view_set_left_margin (view, PADDING);
  gtk_text_view_set_right_margin (view, PADDING);
  gtk_text_view_set_top_margin (view, PADDING);
  gtk_text_view_set_bottom_margin (view, PADDING);
}

/**
 * crit_text_area_new:
 * @height: how high it is at least
 * @view: (out) (transfer none): the field itself
 *
 * Makes a field for several lines. It grows with what is written in it, up to a limit, and then scrolls. Tab leaves it.
 *
 * Returns: (transfer floating): what holds the field
 */
GtkWidget *
crit_text_area_new (int height, GtkTextView **view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextView *field = GTK_TEXT_VIEW (gtk_text_view_new ());

  /* What was typed is undone where every answer is: in the record's history. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (field), FALSE);
  gtk_text_view_set_accepts_tab (field, FALSE);
  gtk_text_view_set_wrap_mode (field, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_input_hints (field, GTK_INPUT_HINT_PRIVATE);
  set_padding (field);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (field));
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TALLEST);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "crit-text");
  *view = field;
  return scroller;
}

/**
 * crit_text_area_dup_text:
 * @buffer: the buffer of a field
 *
 * Returns: (transfer full): what is written in it
 */
char *
crit_text_area_dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * crit_text_area_cut:
 * @buffer: the buffer of a field, which has just changed
 *
 * Takes out what was pasted beyond the longest text that a record may hold: a buffer has no limit of its own.
 *
 * Returns: whether something was taken out; the buffer has then told of a change once more
 */
gboolean
crit_text_area_cut (GtkTextBuffer *buffer)
{
  GtkTextIter limit = { 0 };
  GtkTextIter end = { 0 };

  if (gtk_text_buffer_get_char_count (buffer) <= CRIT_ANSWER_MAX_TEXT)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &limit, CRIT_ANSWER_MAX_TEXT);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &limit, &end);
  return TRUE;
}
