/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "looks-support.h"

#include "app-support.h"
#include "crit-section-list.h"

#define MIN_TEXT_WIDTH 200

/* Call it before the widgets are made: they take their direction from the default one. */
void
looks_support_begin (const Look *look)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      look->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                 : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_set_default_direction (look->mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  app_support_set_text_size (look->text_size);
}

void
looks_support_end (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  app_support_set_text_size (1);
}

static gboolean
is_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget)
         && gtk_widget_get_mapped (widget)
         /* The title is shortened where there is no room for it; the notice bar then says whose record it is. */
         && gtk_widget_get_ancestor (widget, ADW_TYPE_WINDOW_TITLE) == NULL
         && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

/* Questions, criteria and reasons; short words on buttons and in the list of sections may stand in less room. */
static gboolean
needs_room (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON) == NULL
         && gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) == NULL
         && gtk_widget_get_ancestor (label, CRIT_TYPE_SECTION_LIST) == NULL;
}

/* Every text in view is whole, and stands in enough room to be read. */
void
looks_support_check_texts (GtkWidget *root, const char *look)
{
  g_autoptr (GPtrArray) labels = app_support_find_all (root, is_text, NULL);

  g_assert_cmpint (labels->len, >, 3);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);
      PangoLayout *layout = gtk_label_get_layout (label);
      int width = gtk_widget_get_width (GTK_WIDGET (label));

      if (pango_layout_is_ellipsized (layout)
          || (pango_layout_get_line_count (layout) > 1 && width < MIN_TEXT_WIDTH
              && needs_room (GTK_WIDGET (label))))
        g_error ("%s: “%s” is cut off or squeezed: %d pixels", look, gtk_label_get_text (label),
                 width);
    }
}
