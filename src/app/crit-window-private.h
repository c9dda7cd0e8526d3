/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "crit-window.h"

#include "crit-answer-input.h"
#include "crit-checklist-page.h"
#include "crit-draft-keeper.h"
#include "crit-findings-page.h"
#include "crit-new-record-page.h"
#include "crit-notice-bar.h"
#include "crit-rules-notice.h"
#include "crit-start-page.h"

G_BEGIN_DECLS

struct _CritWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkWidget *title_button;
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  CritNoticeBar *notice_bar;
  CritRulesNotice *rules_notice;
  GtkStack *pages;
  CritStartPage *start_page;
  GtkButton *back_button;
  GtkWidget *undo_box;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkButton *save_button;
  GtkButton *print_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;

  /* Owned */
  CritLibrary *library;
  CritDraftList *drafts;
  CritRulesFollower *follower;
  CritSession *session;               /* (nullable) */
  CritDraftKeeper *keeper;            /* (nullable): made with the session */
  CritChecklistPage *checklist_page;  /* (nullable): made with the session; the stack owns it */
  CritNewRecordPage *new_record_page; /* (nullable): made when it is first shown, as the next */
  CritFindingsPage *findings_page;    /* (nullable) */
  AdwToast *toast;                    /* (nullable): the one on screen */
  gboolean compact;                   /* little room: the header holds what is needed most */
  guint compact_id;                   /* the idle that follows the width */
  gboolean closing;                   /* close as soon as what is being saved is saved */
  gboolean asking;                    /* about a file that somebody else has changed */
  char *seen_digest;   /* (nullable): of the changed file that was asked about last */
  gboolean discarding; /* close whatever is not saved */
};

/* crit-window-actions.c: what can be done, and when. */
void crit_window_install_actions (CritWindow *self);
void crit_window_update_actions (CritWindow *self);

/* crit-window-header.c: what the header says, and what it has room for. */
void crit_window_update_header (CritWindow *self);
void crit_window_fit_header (CritWindow *self, int width);
void crit_window_follow_undo (CritWindow *self);

/* crit-window-save.c: saving a record and closing its window. */
void crit_window_save (CritWindow *self);
void crit_window_save_as (CritWindow *self);
void crit_window_save_anyway (CritWindow *self);
gboolean crit_window_may_close (CritWindow *self);

/* crit-window-conflict.c: a file that somebody else has changed meanwhile. */
void crit_window_ask_about_conflict (CritWindow *self, const char *reason);
void crit_window_look_for_conflict (CritWindow *self);
void crit_window_close_later (CritWindow *self);

/* crit-window-draft.c: what is kept in case the program ends too early. */
void crit_window_keep_draft (CritWindow *self, CritDraftSlot *slot);
void crit_window_restore_draft (CritWindow *self, CritFoundDraft *draft);

/* crit-window-paper.c: the summary on paper, in a file, in the clipboard. */
typedef enum
{
  CRIT_EXPORT_PDF,
  CRIT_EXPORT_HTML,
} CritExport;

void crit_window_print (CritWindow *self);
void crit_window_export (CritWindow *self, CritExport export);
void crit_window_copy_text (CritWindow *self);

/* crit-window-recent.c: the records that were opened or saved last. */
void crit_window_follow_file (CritWindow *self);
void crit_window_show_recent (CritWindow *self);
void crit_window_open_recent (CritWindow *self, GFile *file);

/* crit-window-drop.c: files that are dropped on the window. */
void crit_window_accept_files (CritWindow *self);

/* crit-window-say.c: what was done, in passing, and what did not work, in a dialog. */
void crit_window_say (CritWindow *self, const char *text);
void crit_window_complain (CritWindow *self, const char *heading, const char *body);

/* crit-window-rules.c: when rules change on disk. */
void crit_window_install_follower (CritWindow *self);
void crit_window_follow_document (CritWindow *self, CritDocument *document);
void crit_window_follow_session (CritWindow *self);

/* crit-window-record.c: a record that is not as it should be. */
CritSession *crit_window_new_session (CritDocument *document);
void crit_window_warn_of_record (CritWindow *self, CritDocument *document);

/* crit-window.c */
void crit_window_open_record (CritWindow *self, CritSession *session, CritDraftSlot *slot);

G_END_DECLS
