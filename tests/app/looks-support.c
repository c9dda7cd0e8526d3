/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "looks-support.h"

#include "app-support.h"
#include "crit-section-list.h"

#define MIN_TEXT_WIDTH 200
#define MOST_TRIES 20

/* What a dialog that becomes narrower may need more in height. */
#define HIGHER 120

/* In which every page and every dialog is looked at. */
static const Look all[] = {
  { "light", 1200, 800, 1, FALSE, FALSE },
  { "dark", 1200, 800, 1, TRUE, FALSE },
  { "narrow", 360, 720, 1, FALSE, FALSE },
  { "narrow-large-text", 360, 720, 1.5, FALSE, FALSE },
  { "large-text", 1200, 800, 1.5, FALSE, FALSE },
  { "mirrored", 1200, 800, 1, FALSE, TRUE },
};

/* libadwaita asks once, when it starts, whether contrast is to be high: a run of its own. */
static const Look high_contrast[] = {
  { "contrast", 1200, 800, 1, FALSE, FALSE },
  { "contrast-dark", 1200, 800, 1, TRUE, FALSE },
};

/* Adds a test for each look, which is what the test is given. */
void
looks_support_add (const char *path, GTestDataFunc test)
{
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  const Look *looks = contrast ? high_contrast : all;
  guint n_looks = contrast ? G_N_ELEMENTS (high_contrast) : G_N_ELEMENTS (all);

  for (guint i = 0; i < n_looks; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, looks[i].name);

      g_test_add_data_func (name, &looks[i], test);
    }
}

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

  g_assert_cmpint (labels->len, >=, 3);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);
      PangoLayout *layout = gtk_label_get_layout (label);
      int width = gtk_widget_get_width (GTK_WIDGET (label));

      if (pango_layout_is_ellipsized (layout)
          || (pango_layout_get_line_count (layout) > 1 && width < MIN_TEXT_WIDTH
              && needs_room (GTK_WIDGET (label))))
        g_test_fail_printf ("%s: “%s” is cut off or squeezed: %d pixels", look,
                            gtk_label_get_text (label), width);
    }
}

/* Without a compositor the frame takes some of the size, and what changes with the width may take some more. */
static void
resize (GtkWindow *window, int target, int target_height)
{
  for (guint i = 0; i < MOST_TRIES && gtk_widget_get_width (GTK_WIDGET (window)) != target; i++)
    {
      int frame = 0;
      int width = 0;
      int height = 0;

      gtk_window_get_default_size (window, &width, &height);
      frame = MAX (0, width - gtk_widget_get_width (GTK_WIDGET (window)));
      gtk_window_set_default_size (window, target + frame, target_height + frame);
      app_support_settle (GTK_WIDGET (window));
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, target);
}

/* Makes a window as large as the look says. */
void
looks_support_fit (GtkWindow *window, const Look *look)
{
  resize (window, look->width, look->height);
}

/* A dialog has a size of its own, and becomes narrower, and higher for it, where the screen is. */
void
looks_support_fit_dialog (GtkWindow *dialog, const Look *look)
{
  app_support_settle (GTK_WIDGET (dialog));
  if (gtk_widget_get_width (GTK_WIDGET (dialog)) > look->width)
    resize (dialog, look->width,
            MIN (look->height, gtk_widget_get_height (GTK_WIDGET (dialog)) + HIGHER));
}

static gboolean
is_in_view (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget)
         && (GTK_IS_LABEL (widget) || GTK_IS_IMAGE (widget) || GTK_IS_BUTTON (widget)
             || GTK_IS_EDITABLE (widget))
         /* What stands in a popover may reach out of the window. */
         && gtk_widget_get_native (widget) == GTK_NATIVE (gtk_widget_get_root (widget));
}

/* Nothing reaches over the sides: what is cut off there cannot be scrolled to. */
static void
check_sides (GtkWidget *window, const char *name)
{
  g_autoptr (GPtrArray) widgets = app_support_find_all (window, is_in_view, NULL);
  float width = (float) gtk_widget_get_width (window);

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);
      graphene_rect_t bounds = { 0 };

      g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
      if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > width)
        g_test_fail_printf ("%s: %s “%s” reaches from %g to %g of %g", name,
                            G_OBJECT_TYPE_NAME (widget),
                            GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "",
                            bounds.origin.x, bounds.origin.x + bounds.size.width, width);
    }
}

/* Everything in a window can be read; and a picture of it, where pictures are wanted. */
void
looks_support_check (GtkWindow *window, const Look *look, const char *page)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", page, look->name);

  app_support_settle (GTK_WIDGET (window));
  /* What follows from the width, such as a bar that now wraps, is laid out after it. */
  app_support_settle (GTK_WIDGET (window));
  if (gtk_widget_get_width (GTK_WIDGET (window)) > look->width)
    g_test_fail_printf ("%s is %d pixels wide", name, gtk_widget_get_width (GTK_WIDGET (window)));
  app_support_picture (GTK_WIDGET (window), name);
  looks_support_check_texts (GTK_WIDGET (window), name);
  check_sides (GTK_WIDGET (window), name);
}
